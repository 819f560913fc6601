import type { ParsedOf } from '../../contract/questions.ts'
import { nameKey } from '../../domain/client.ts'
import { ok, type Result } from '../../domain/failure.ts'
import type { Instant } from '../../domain/interval.ts'
import type { ClientExport } from '../../domain/views.ts'
import { dateAt } from '../../domain/zone.ts'
import type { Store } from '../store/store.ts'
import { bookingsAsCalendar, bookingsAsCsv } from './bookings.ts'
import { syncLogAsCsv } from './sync-log.ts'
import { saveText, type ChooseFile, type FileSuggestion } from './write-file.ts'

export interface ExportDesk {
  readonly store: Store
  readonly now: () => Instant
  readonly chooseFile: ChooseFile
  readonly exportClient: (input: ParsedOf<'clients.export'>) => Result<ClientExport>
}

type Wish = ParsedOf<'export.save'>

/** Excel takes a file without this mark for one in the computer's old encoding. */
const byteOrderMark = '\uFEFF'

export const exportUseCases = (desk: ExportDesk) => {
  const { read } = desk.store
  const csv = (range: ParsedOf<'export.csv'>): Result<string> => bookingsAsCsv(read, range)
  const ics = (range: ParsedOf<'export.ics'>): Result<string> =>
    bookingsAsCalendar(read, range, desk.now())

  const prepare = (wish: Wish): Result<FileSuggestion & { text: string }> => {
    if (wish.kind === 'client') {
      const exported = desk.exportClient(wish)
      if (!exported.ok) return exported
      const words = nameKey(exported.value.client.name).match(/[\p{L}\p{N}]+/gu) ?? []
      const text = `${JSON.stringify(exported.value, null, 2)}\n`
      return ok({ name: `${['client', ...words].join('-')}.json`, kind: 'JSON', text })
    }
    const { zone } = read.settings.get()
    if (wish.kind === 'sync-log')
      return ok({
        name: `sync-log-${dateAt(desk.now(), zone)}.csv`,
        kind: 'Table',
        text: byteOrderMark + syncLogAsCsv(read, wish),
      })
    const days = `${dateAt(wish.from, zone)}-to-${dateAt(wish.to - 1, zone)}`
    const text = wish.kind === 'csv' ? csv(wish) : ics(wish)
    if (!text.ok) return text
    return wish.kind === 'csv'
      ? ok({ name: `bookings-${days}.csv`, kind: 'Table', text: byteOrderMark + text.value })
      : ok({ name: `bookings-${days}.ics`, kind: 'Calendar', text: text.value })
  }

  return {
    csv,
    ics,

    /** Answers the file's name; null when the person changed their mind. */
    save: async (wish: Wish): Promise<Result<{ file: string | null }>> => {
      const prepared = prepare(wish)
      if (!prepared.ok) return prepared
      const { text, ...suggestion } = prepared.value
      return saveText(desk.chooseFile, suggestion, text)
    },
  }
}
