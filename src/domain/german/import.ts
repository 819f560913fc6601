import type { Wordings } from '../sentence.ts'

/** What is said about a list of artists and calendars; a row's sentence follows its column's name. */
export const imports: Wordings = {
  'is not a file': 'ist keine Datei',
  'is too large': 'ist zu groß',
  'There is no column “artist”.': 'Es gibt keine Spalte „artist“.',
  'The first line has to name the columns. Export a list to see how.':
    'Die erste Zeile muss die Spalten nennen. Exportieren Sie eine Liste, um zu sehen, wie.',
  'There is nothing in it.': 'Es steht nichts darin.',
  'Choose another file.': 'Wählen Sie eine andere Datei.',
  'These are more than {limit} rows.': 'Das sind mehr als {limit} Zeilen.',
  'Split the file.': 'Teilen Sie die Datei.',
  'The import was stopped.': 'Der Import wurde abgebrochen.',
  'The table cannot be read from line {line} on: a quotation mark is in the wrong place.':
    'Die Tabelle ist ab Zeile {line} nicht lesbar: Ein Anführungszeichen steht an der falschen Stelle.',
  'Correct that line, or save the table as CSV again.':
    'Berichtigen Sie diese Zeile, oder speichern Sie die Tabelle noch einmal als CSV.',
  'This is not complete JSON.': 'Das ist kein vollständiges JSON.',
  'The JSON is not a list of rows.': 'Das JSON ist keine Liste von Zeilen.',
  'Choose another file, or export a list to see how it looks.':
    'Wählen Sie eine andere Datei, oder exportieren Sie eine Liste, um zu sehen, wie sie aussieht.',
  'This list is no longer open.': 'Diese Liste ist nicht mehr offen.',
  'Choose the file again.': 'Wählen Sie die Datei noch einmal.',
  'must be yes or no.': 'muss yes oder no sein.',
  'must be a whole number from {from} to {to}.': 'muss eine ganze Zahl von {from} bis {to} sein.',
  'is longer than {limit} characters.': 'ist länger als {limit} Zeichen.',
  'must not be empty.': 'darf nicht leer sein.',
  'must be times such as 11:00-19:00, or closed.':
    'müssen Zeiten wie 11:00-19:00 sein, oder closed.',
  'is not the address of a server.': 'ist nicht die Adresse eines Servers.',
  'must be booking or blocking.': 'muss booking oder blocking sein.',
  'is missing.': 'fehlt.',
  'is missing: there is not one account that could be meant.':
    'fehlt: Es gibt nicht genau ein Konto, das gemeint sein könnte.',
  'is there already.': 'ist schon da.',
  'is in line {line} already.': 'steht schon in Zeile {line}.',
  '{artist} has a booking calendar in line {line} already.':
    '{artist} hat schon in Zeile {line} einen Buchungskalender.',
  'is the name of several artists.': 'heißen mehrere Artists.',
}
