/** One figure: a JSON line for programs, a row of the table for people. */
export interface Row {
  readonly what: string
  readonly [column: string]: string | number | null
}

const round = (value: number): number =>
  Number(value >= 100 ? value.toFixed(0) : value.toPrecision(3))

const shown = (value: string | number | null | undefined): string =>
  value === null || value === undefined ? '–' : String(value)

const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`

/** Prints the rows as JSON lines and then as a Markdown table. */
export const printRows = (title: string, rows: readonly Row[]): void => {
  const rounded = rows.map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([name, value]) => [
        name,
        typeof value === 'number' ? round(value) : value,
      ]),
    ),
  )
  for (const row of rounded) console.log(JSON.stringify({ bench: title, ...row }))
  const columns = [...new Set(rounded.flatMap((row) => Object.keys(row)))]
  console.log(`\n### ${title}\n`)
  console.log(line(columns))
  console.log(line(columns.map(() => '---')))
  for (const row of rounded) console.log(line(columns.map((column) => shown(row[column]))))
  console.log()
}
