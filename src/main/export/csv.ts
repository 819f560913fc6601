/** What a spreadsheet would run as a formula, also behind a quote or in a cell that came by paste. */
const formula = /^[=+\-@\t\r]/

/** An apostrophe in front makes a spreadsheet read the cell as text. */
const cell = (value: string): string => {
  const safe = formula.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** Rows as CSV, RFC 4180, lines ended by CRLF; no cell is run as a formula by a spreadsheet. */
export const writeCsv = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')
