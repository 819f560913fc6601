import type { en } from '../en.ts'

const anzahl = (number: number, one: string, many: string): string =>
  `${number} ${number === 1 ? one : many}`

export const backups: (typeof en)['backups'] = {
  title: 'Sicherungen',
  hint: 'Die Datenbank wird jeden Tag kopiert und bevor etwas schiefgehen kann. Jede Kopie wird geprüft.',
  now: 'Jetzt sichern',
  working: 'Läuft…',
  made: 'Gesichert und geprüft.',
  folder: 'Ort der Sicherungen',
  ownFolder: 'Im Datenordner von Linework',
  second: 'Ein zweiter Ort',
  secondHint:
    'Etwa ein Laufwerk, das nicht immer angeschlossen ist, oder ein Ordner, den ein anderes Programm abgleicht.',
  none: 'Keiner',
  choose: 'Wählen…',
  chooseFor: (what) => `Wählen: ${what}`,
  forget: 'Zurücksetzen',
  forgetFor: (what) => `Zurücksetzen: ${what}`,
  calendars: 'Kalenderdateien',
  calendarsHint: 'Jeder Kalender als eine .ics-Datei, die andere Programme einlesen.',
  every: 'Geschrieben',
  intervals: { off: 'Nie', daily: 'Jeden Tag', weekly: 'Jede Woche' },
  exportNow: 'Jetzt schreiben',
  exported: (files) => `${anzahl(files, 'Datei', 'Dateien')} geschrieben.`,
  lastExport: (when) => `Zuletzt geschrieben ${when}`,
  list: 'Vorhandene Sicherungen',
  noBackups: 'Noch keine Sicherung',
  noBackupsHint: 'Die erste wird wenige Minuten nach dem Start gemacht.',
  date: 'Gemacht',
  kind: 'Anlass',
  size: 'Größe',
  state: 'Zustand',
  actions: 'Aktionen',
  whole: 'Vollständig',
  broken: 'Nicht vollständig',
  checkedAt: (when) => `geprüft ${when}`,
  inSecond: 'zweiter Ort',
  kinds: {
    daily: 'Jeden Tag',
    manual: 'Von Hand',
    migration: 'Vor einer neuen Version',
    import: 'Vor einem Import',
    restore: 'Vor dem Zurückspielen',
  },
  restore: 'Zurückspielen…',
  restoreOf: (when) => `Sicherung vom ${when} zurückspielen`,
  restoreTitle: (when) => `Zurück zum ${when}?`,
  restoreBody:
    'Der jetzige Stand wird vorher gesichert. In den Kalendern ändert sich nichts: Die Buchungen richten sich nach ihnen, und was seither gebucht wurde, kommt aus den Terminen zurück.',
  comparing: 'Wird verglichen…',
  same: 'Es würde sich nichts ändern.',
  parts: { appointments: 'Buchungen', clients: 'Kundschaft', artists: 'Artists' },
  back: (number) => `${number} ${number === 1 ? 'kommt' : 'kommen'} zurück`,
  lost: (number) => `${number} ${number === 1 ? 'ist' : 'sind'} nicht darin`,
  changed: (number) => `${number} ${number === 1 ? 'ist' : 'sind'} anders`,
  noDifference: 'kein Unterschied',
  changes: { back: 'kommt zurück', lost: 'ist nicht darin', changed: 'ist anders' },
  more: (number) => `und ${number} weitere`,
  erasedSince: (number) =>
    number === 1
      ? 'Eine seither gelöschte Person wäre wieder da. Löschen Sie sie noch einmal.'
      : `${number} seither gelöschte Personen wären wieder da. Löschen Sie sie noch einmal.`,
  restoreConfirm: 'Zurückspielen',
  restored: 'Zurückgespielt. Die Kalender werden verglichen.',
  support: 'Für die Hilfe',
  supportHint:
    'Eine ZIP-Datei mit Versionen, Einstellungen, dem Protokoll und der Prüfung der Datenbank. Namen, Titel und Passwörter sind nicht darin.',
  saveSupport: 'Datei speichern…',
  supportSaved: (file) => `Gespeichert als ${file}.`,
  recovery: {
    title: 'Linework kann seine Daten nicht öffnen',
    newest: 'Neueste vollständige Sicherung',
    looking: 'Es wird nach einer Sicherung gesucht…',
    noBackup: 'Es gibt keine vollständige Sicherung.',
    restore: 'Zurückspielen',
    restoreHint:
      'Die beschädigte Datei bleibt erhalten. Was seither gebucht wurde, kommt aus den Kalendern zurück.',
    startEmpty: 'Leer beginnen…',
    startEmptyTitle: 'Mit einem leeren Studio beginnen?',
    startEmptyBody:
      'Die beschädigte Datei bleibt erhalten. Verbinden Sie die Kalender wieder: Die Buchungen darin kommen zurück. Notizen und Allergien nicht.',
    startEmptyConfirm: 'Leer beginnen',
    retry: 'Noch einmal versuchen',
    quit: 'Beenden',
  },
}
