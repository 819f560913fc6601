import type { Language } from '../../domain/language.ts'

const en = {
  restart: 'Restart',
  quit: 'Quit',
  goOn: 'Go on',
  showLog: 'Show the log file',
  bug: {
    message: 'Something went wrong inside Linework.',
    detail: (folder: string) =>
      `What was entered is saved. It is best to restart now. The log file in ${folder} says what happened.`,
  },
  window: {
    message: 'The window of Linework crashed again and again.',
    detail: (folder: string) =>
      `Nothing is lost: bookings are saved, and one that was being written is kept as a draft. Restart Linework. If it happens again, the log file in ${folder} says what happened.`,
  },
}

export type TroubleWords = typeof en

const de: TroubleWords = {
  restart: 'Neu starten',
  quit: 'Beenden',
  goOn: 'Weitermachen',
  showLog: 'Protokolldatei zeigen',
  bug: {
    message: 'In Linework ist etwas schiefgegangen.',
    detail: (folder) =>
      `Was eingegeben wurde, ist gespeichert. Am besten starten Sie jetzt neu. Die Protokolldatei in ${folder} sagt, was geschehen ist.`,
  },
  window: {
    message: 'Das Fenster von Linework ist mehrmals hintereinander abgestürzt.',
    detail: (folder) =>
      `Es ist nichts verloren: Buchungen sind gespeichert, und eine angefangene ist als Entwurf aufgehoben. Starten Sie Linework neu. Geschieht es wieder, sagt die Protokolldatei in ${folder}, warum.`,
  },
}

/** What is said outside the window, where the window itself may be what is broken. */
export const troubleWords: Readonly<Record<Language, TroubleWords>> = { en, de }
