import type { Catalogue } from '../en.ts'

export const connect: Catalogue['connect'] = {
  connectTitle: 'Kalender verbinden',
  way: 'Wie Sie sich anmelden',
  byBrowser: 'Im Browser anmelden',
  byPassword: 'App-Passwort verwenden',
  browserHint:
    'Nextcloud öffnet sich im Browser. Melden Sie sich dort wie immer an, stimmen Sie zu und kommen Sie zurück: Linework erhält ein eigenes App-Passwort.',
  openBrowser: 'Browser öffnen',
  signIn: 'Anmelden und Kalender suchen',
  asking: 'Der Server wird gefragt …',
  waitingAt: (host) => `Wartet auf Sie bei ${host}`,
  waitingHint: (until) =>
    `Melden Sie sich auf der Seite im Browser an und drücken Sie „Zugriff gewähren“. Zeit ist bis ${until}. Hat sich keine Seite geöffnet, nehmen Sie diesen Link:`,
  showPage: 'Seite noch einmal öffnen',
  stopWaiting: 'Nicht mehr warten',
  cancel: 'Abbrechen',
  connectAndTest: 'Verbinden und testen',
  bookedTwice: 'Ein Artist hat einen Buchungskalender: Lassen Sie den anderen nur blockieren',
  testTitle: 'Funktioniert es?',
  tests: 'Verbundene Kalender',
  ofArtist: (artist, calendar) => `${artist} · ${calendar}`,
  states: {
    running: 'Wird getestet …',
    ok: 'Funktioniert',
    warned: 'Funktioniert, mit Hinweis',
    bad: 'Funktioniert nicht',
  },
  done: 'Fertig',
  matchTitle: 'Wessen Kalender ist das?',
  matchBody:
    'Jeder Artist braucht einen Kalender für Buchungen; alle weiteren blockieren nur Zeit.',
  remedies: {
    unreachable:
      'Prüfen Sie die Internetverbindung und die Adresse und versuchen Sie es noch einmal.',
    timeout:
      'Versuchen Sie es gleich noch einmal. Bleibt es so, fragen Sie, wer den Server betreibt.',
    'server-error':
      'Versuchen Sie es gleich noch einmal. Bleibt es so, fragen Sie, wer den Server betreibt.',
    'busy-server': 'Versuchen Sie es gleich noch einmal.',
    maintenance: 'Versuchen Sie es noch einmal, wenn die Wartung beendet ist.',
    truncated: 'Versuchen Sie es gleich noch einmal.',
    'sign-in':
      'Prüfen Sie beides, oder geben Sie ein neues App-Passwort ein. In Nextcloud wird es unter Einstellungen › Sicherheit erstellt.',
  },
  noneFound:
    'Es gibt keine Kalender, die nicht schon verbunden sind. Legen Sie zuerst auf dem Server einen an.',
  nobody: 'Niemandem: auslassen',
  newArtist: (name) => `Neuer Artist: ${name}`,
  whose: (calendar) => `Wessen Kalender ist ${calendar}?`,
  role: (calendar) => `Wofür ist ${calendar}?`,
  booking: 'Buchungen',
  blocking: 'Blockiert',
  readOnly: 'nur lesbar',
  shared: 'mit Ihnen geteilt: private Termine sind nicht sichtbar',
  allPassed: 'Alles funktioniert.',
  testWarned: 'Es funktioniert, mit einem Hinweis.',
  testFailed: 'Etwas braucht Ihre Aufmerksamkeit.',
  whatToDo: 'Was zu tun ist',
  copyReport: 'Bericht kopieren',
  reportCopied: 'Der Bericht ist kopiert.',
  testSteps: {
    reach: 'Server erreichen',
    certificate: 'Zertifikat',
    'sign-in': 'Anmeldung',
    read: 'Lesen',
    write: 'Probetermin schreiben und entfernen',
    sync: 'Änderungen erkennen',
    'free-busy': 'Frei/belegt',
    clock: 'Uhr',
    zone: 'Zeitzone',
  },
  outcomes: {
    passed: 'bestanden',
    warning: 'Warnung',
    failed: 'gescheitert',
    skipped: 'übersprungen',
  },
}
