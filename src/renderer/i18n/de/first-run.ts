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
    'Linework meldet sich mit einem App-Passwort an: Es lässt sich zurücknehmen, ohne das richtige zu ändern.',
  testBody:
    'Jeder Kalender wird einmal ausprobiert. In den Einstellungen lässt sich das jederzeit wiederholen.',
  sampleTitle: 'Nur mal schauen?',
  sampleBody:
    'Sehen Sie sich ein Beispielstudio an: Artists, Kundschaft und zwei Wochen voller Buchungen, mit einem Kalenderserver in der App. Ohne Konto.',
  explore: 'Beispielstudio ansehen',
  nothingLeaves: 'Nichts verlässt diesen Computer, bis Sie einen Kalender verbinden.',
  nothingWritten: 'In keinen Kalender wird geschrieben, bis Sie buchen.',
  testWrites: 'Der Test schreibt einen privaten Termin ins Jahr 2099 und entfernt ihn wieder.',
  pinTitle: 'Eine PIN für die Einstellungen',
  pinBody: 'Buchen geht ohne. Konten, Artists, Zeiten, Exporte und Sicherungen nicht.',
  pinLater:
    'Lassen Sie sie leer, damit alle an diesem Platz die Einstellungen ändern können. Sie lässt sich auch später setzen.',
  nextPin: 'Weiter: PIN wählen',
  nextConnect: 'Mit Nextcloud verbinden',
  finish: 'Kalender öffnen',
  later: 'Später verbinden',
  back: 'Zurück',
}
