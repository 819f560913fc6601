import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { importColumns } from '../../src/domain/import.ts'
import { writeCsv } from '../../src/main/export/csv.ts'
import { decodeText } from '../../src/main/import/decode.ts'
import { createPlanner } from '../../src/main/import/plan.ts'
import { readRows } from '../../src/main/import/read-rows.ts'

const { signal } = new AbortController()

const judge = () =>
  createPlanner(
    { artists: [], accounts: [], calendars: [], studioHours: [[], [], [], [], [], [], []] },
    { now: 0, newId: () => 'id' },
  )

const scraps =
  '|,|;|\t|"|""|\n|\r\n|\r|\0|\uFEFF|\'=1+1|=cmd|[|]|{|}|:|null|1e999|https://|https://a.example/b/|11:00-19:00|yes|-1|é'

const pieces = fc.constantFrom(...importColumns, ...scraps.split('|'))

const broken = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.array(pieces, { maxLength: 60 }).map((parts) => parts.join('')),
  fc.array(pieces, { maxLength: 60 }).map((parts) => `artist,calendar\n${parts.join('')}`),
  fc.json(),
  fc.array(fc.dictionary(pieces, fc.jsonValue())).map((rows) => JSON.stringify(rows)),
)

test('no text makes the reader or the judge throw', async () => {
  await fc.assert(
    fc.asyncProperty(broken, async (text) => {
      const table = await readRows(text, () => undefined, signal)
      if (!table.ok) expect(table.error.message).toMatch(/\.$/)
      const next = judge()
      for (const row of table.ok ? table.value.rows : []) {
        const { state, problems, actions } = next(row)
        expect(actions !== null).toBe(state === 'good')
        expect(problems.length > 0).toBe(state !== 'good')
      }
    }),
    { numRuns: 1_500 },
  )
})

test('no bytes make the decoder throw', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      expect(typeof decodeText(bytes)).toBe('string')
    }),
  )
})

test('what is written for a spreadsheet is read as it was, and nothing in it runs', async () => {
  const cell = fc
    .string({ unit: 'grapheme', maxLength: 30 })
    .map((text) => text.replaceAll(/[\r\n\0\uFEFF]/g, ' ').trim())
    .filter((text) => !text.startsWith("'"))
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        cell.filter((text) => text !== ''),
        { minLength: 1 },
      ),
      async (names) => {
        const text = writeCsv([['artist', 'calendar_name'], ...names.map((name) => [name, name])])
        for (const line of text.split('\r\n')) expect(line).not.toMatch(/^"?[=+\-@]/)
        const table = await readRows(text, () => undefined, signal)
        expect(table.ok && table.value.rows.map(({ cells }) => cells.artist)).toEqual(names)
      },
    ),
  )
})
