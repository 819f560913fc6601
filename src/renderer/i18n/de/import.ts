import type { Catalogue } from '../en.ts'

export const imports: Catalogue['imports'] = {
  title: 'Artists und Kalender importieren',
  hint: 'Eine Liste als CSV oder JSON, eine Zeile je Kalender. Nichts ändert sich, bevor Sie jede Zeile gesehen haben.',
  drop: 'Datei hier ablegen',
  choose: 'Datei wählen …',
  paste: 'Oder die Zeilen einfügen',
  pasteHint: 'Mit der Zeile, die die Spalten nennt: artist, server, username, calendar, role …',
  look: 'Zeilen ansehen',
  cancel: 'Abbrechen',
  saveAs: 'Was hier ist, im selben Format:',
  saveCsv: 'Als CSV sichern …',
  saveJson: 'Als JSON sichern …',
  savedAs: (file) => `Gesichert als ${file}.`,
  reading: (rows) => (rows === 0 ? 'Wird gelesen …' : `Wird gelesen … bisher ${rows} Zeilen`),
  importing: 'Wird importiert …',
  importingRows: (done, all) =>
    done === 0 ? 'Zuerst wird gesichert …' : `${done} von ${all} Zeilen geprüft`,
  stop: 'Anhalten',
  stopped: 'Der Import wurde angehalten. Nichts wurde geändert.',
  previewTitle: 'Vor dem Import ansehen',
  counts: {
    good: (rows) =>
      rows === 1 ? '1 Zeile kann importiert werden' : `${rows} Zeilen können importiert werden`,
    bad: (rows) =>
      rows === 1 ? '1 Zeile ist zu berichtigen' : `${rows} Zeilen sind zu berichtigen`,
    there: (rows) => (rows === 1 ? '1 Zeile gibt es schon' : `${rows} Zeilen gibt es schon`),
  },
  unknown: (columns) => `Nicht verstanden und ausgelassen: ${columns}`,
  show: 'Welche Zeilen',
  filters: { all: 'Alle', bad: 'Zu berichtigen', there: 'Schon da' },
  rows: 'Zeilen der Liste',
  columns: { line: 'Zeile', artist: 'Artist', calendar: 'Kalender', role: 'Rolle', state: 'Stand' },
  states: { good: 'Gut', bad: 'Zu berichtigen', there: 'Schon da' },
  problem: (column, says) => `${column}: ${says}`,
  page: (from, to, all) => `${from}–${to} von ${all}`,
  previous: 'Vorige Zeilen',
  next: 'Nächste Zeilen',
  saveBad: 'Zu berichtigende Zeilen sichern …',
  importRows: (rows) => (rows === 1 ? '1 Zeile importieren' : `${rows} Zeilen importieren`),
  doneTitle: 'Importiert',
  made: (artists, calendars) =>
    `Neu: ${artists === 1 ? '1 Artist' : `${artists} Artists`} und ${
      calendars === 1 ? '1 Kalender' : `${calendars} Kalender`
    }.`,
  passwords: (accounts) =>
    accounts === 1
      ? 'Ein Konto ist neu: Melden Sie sich unter Einstellungen › Konten an.'
      : `${accounts} Konten sind neu: Melden Sie sich unter Einstellungen › Konten bei jedem an.`,
  left: (rows) =>
    rows === 1 ? '1 Zeile wurde ausgelassen.' : `${rows} Zeilen wurden ausgelassen.`,
  done: 'Fertig',
}
