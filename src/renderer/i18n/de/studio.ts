import type { Catalogue } from '../en.ts'

export const studio: Catalogue['studio'] = {
  nameMissing: 'Geben Sie dem Studio einen Namen.',
  notSaved: 'Noch nicht gesichert',
  notSavedHere: '(noch nicht gesichert)',
  discard: 'Änderungen verwerfen',
  holidays: 'Tage, an denen das Studio geschlossen ist',
  holidaysHint:
    'An diesen Tagen kann niemand gebucht werden. Längere und solche mit Uhrzeit stehen unter Abwesenheit.',
  noHolidays: 'Es sind keine Schließtage eingetragen.',
  day: 'Tag',
  dayName: 'Bezeichnung',
  dayNameHint: 'Erster Weihnachtstag',
  addDay: 'Tag hinzufügen',
  yearly: 'Auch in den nächsten zwei Jahren an diesem Datum',
  added: (days) => (days === 1 ? 'Der Tag ist eingetragen.' : `${days} Tage sind eingetragen.`),
  alreadyClosed: 'An diesem Tag ist das Studio schon geschlossen.',
  removeDay: (name, when) => `${name || 'Schließtag'}, ${when}, entfernen`,
  logDays: 'Protokoll des Abgleichs behalten für',
  logDaysHint: 'Buchungen und ihr Verlauf bleiben immer erhalten.',
  days: (number) => `${number} Tage`,
  preview: 'Was das Telefon des Artists zeigt',
  previewHint: 'Für eine Anfrage von einer erfundenen Person. Der Titel ist immer derselbe.',
  sample: {
    client: 'Lena Vogt',
    description: 'Farn am Unterarm',
    phone: '030 5550 1234',
    email: 'lena@example.org',
    notes: 'Bringt eine eigene Zeichnung mit.',
  },
  nothingMore: 'Sonst nichts über die Person.',
  settled: 'Termine, die es schon gibt, ändern sich mit ihrer nächsten Änderung.',
}
