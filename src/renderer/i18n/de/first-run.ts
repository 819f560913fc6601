import type { Catalogue } from '../en.ts'

export const firstRun: Catalogue['firstRun'] = {
  product: 'Linework',
  promise: 'Alle Kalender der Artists auf einem Tisch.',
  promiseBody:
    'Linework hält diesen Computer und die Nextcloud-Kalender Ihrer Artists gleich und bucht nie über etwas, das dort schon steht.',
  steps: ['Studio', 'PIN', 'Nextcloud', 'Artists zuordnen'],
  studioTitle: 'Ihr Studio',
  studioBody: 'All das können Sie später in den Einstellungen ändern.',
  studioName: 'Name des Studios',
  zone: 'Zeitzone',
  zoneAgrees: 'wie dieser Computer',
  zoneNow: (time) => `jetzt ${time}`,
  ownHours: 'alle Artists können eigene haben',
  openOn: (day) => `${day} öffnen`,
  closeOn: (day) => `${day} schließen`,
  openingHours: 'Öffnungszeiten',
  accountTitle: 'Ihre Nextcloud verbinden',
  accountBody:
    'Melden Sie sich mit einem App-Passwort an: Es lässt sich in Nextcloud zurücknehmen, ohne das richtige zu ändern.',
  matchTitle: 'Wessen Kalender ist das?',
  matchBody:
    'Jeder Artist braucht einen Kalender für Buchungen; alle weiteren blockieren nur Zeit.',
  sampleTitle: 'Nur mal schauen?',
  sampleBody:
    'Sehen Sie sich ein Beispielstudio an: Artists, Kundschaft und zwei Wochen voller Buchungen, mit einem Kalenderserver in der App. Ohne Konto.',
  explore: 'Beispielstudio ansehen',
  nothingLeaves: 'Nichts verlässt diesen Computer, bis Sie einen Kalender verbinden.',
  nothingWritten: 'In keinen Kalender wird geschrieben, bis Sie buchen.',
  pinTitle: 'Eine PIN für die Einstellungen',
  pinBody: 'Buchen geht ohne. Konten, Artists, Zeiten, Exporte und Sicherungen nicht.',
  pinLater:
    'Lassen Sie sie leer, damit alle an diesem Platz die Einstellungen ändern können. Sie lässt sich auch später setzen.',
  nextPin: 'Weiter: PIN wählen',
  nextConnect: 'Mit Nextcloud verbinden',
  nextMatch: 'Anmelden und Kalender suchen',
  finish: 'Kalender öffnen',
  later: 'Später verbinden',
  back: 'Zurück',
  signingIn: 'Kalender werden gesucht …',
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
      'Erstellen Sie in Nextcloud unter Einstellungen › Sicherheit ein neues App-Passwort und geben Sie es hier ein.',
  },
  noneFound:
    'Dieses Konto hat keine Kalender. Legen Sie in Nextcloud einen an, oder fügen Sie ihn später in den Einstellungen hinzu.',
  calendar: 'Kalender',
  belongsTo: 'gehört',
  nobody: 'Niemandem: auslassen',
  newArtist: (name) => `Neuer Artist: ${name}`,
  whose: (calendar) => `Wessen Kalender ist ${calendar}?`,
  role: (calendar) => `Wofür ist ${calendar}?`,
  booking: 'Buchungen',
  blocking: 'Blockiert',
  readOnly: 'nur lesbar',
  shared: 'mit Ihnen geteilt: private Termine sind nicht sichtbar',
}
