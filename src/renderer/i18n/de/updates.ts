import type { en } from '../en.ts'

export const updates: (typeof en)['updates'] = {
  title: 'Neue Versionen',
  hint: 'Linework fragt, bevor es etwas installiert, und nie mitten in einer Buchung.',
  lookNow: 'Jetzt nachsehen',
  looking: 'Wird nachgesehen…',
  version: (version) => `Linework ${version}`,
  newest: (version) => `Linework ${version}, die neueste Version`,
  lookedAt: (when) => `Zuletzt nachgesehen ${when}.`,
  notLooked: 'Noch nicht nach einer neueren Version gesehen.',
  notSetUp: 'In diesem Paket sind keine Aktualisierungen eingerichtet.',
  notSetUpBody:
    'Es fragt niemanden. Installieren Sie eine neuere Version über diese; die Daten bleiben.',
  sample: 'Das Beispielstudio fragt niemanden. Verlassen Sie es, um nachzusehen.',
  daily: 'Einmal am Tag nachsehen',
  dailyHint:
    'Gefragt wird nur, ob es eine neuere Version gibt. Über das Studio wird nichts gesendet.',
  offered: (version) => `Linework ${version} ist da`,
  released: (when, size) => `Erschienen ${when} · ${size}`,
  whatIsNew: 'Was neu ist (auf Englisch)',
  download: 'Herunterladen',
  byHand:
    'Dieses Programm wurde als Paket des Systems installiert. Laden Sie das neue herunter und installieren Sie es wie beim ersten Mal:',
  downloading: (received, size) => `${received} von ${size}`,
  stop: 'Anhalten',
  progress: 'Herunterladen',
  ready: (version) => `Linework ${version} ist heruntergeladen und geprüft`,
  install: 'Installieren und neu starten…',
  installTitle: (version) => `Linework ${version} jetzt installieren?`,
  installBody:
    'Linework schließt und startet in der neuen Version. Was gespeichert ist, bleibt, und was auf einen Kalender wartet, wird danach gesendet. Die Datenbank wird gesichert, falls die neue Version sie ändert.',
  installConfirm: 'Installieren und neu starten',
  waits: 'Es gibt eine neuere Version.',
}
