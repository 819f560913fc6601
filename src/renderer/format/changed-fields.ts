import type { AuditEntry, AuditFields } from '../../domain/views.ts'
import { words } from '../i18n/words.ts'
import { depositText } from './deposit.ts'
import { formatMoment, formatWhen, type Place } from './time.ts'

/** What a field was and what it became; either is empty where there was nothing. */
export interface ChangedField {
  readonly name: string
  readonly before: string
  readonly after: string
}

export interface AuditNames {
  readonly place: Place
  readonly money: (cents: number) => string
  readonly artist: (id: string) => string
}

type Field = keyof typeof words.common.fields

const readers: Record<Field, (fields: AuditFields, names: AuditNames) => string> = {
  time: ({ start, end }, { place }) => {
    if (start !== undefined && end !== undefined) return formatWhen({ start, end }, place)
    const moment = start ?? end
    return moment === undefined ? '' : formatMoment(moment, place)
  },
  artist: ({ artistId }, { artist }) => (artistId === undefined ? '' : artist(artistId)),
  description: ({ description = '' }) => description,
  status: ({ status }) => (status === undefined ? '' : words.common.statuses[status]),
  deposit: (fields, { money }) => depositText(fields, money),
  alternates: ({ alternates = [] }, { place }) =>
    alternates.map((interval) => formatWhen(interval, place)).join('; '),
  note: ({ note = '' }) => note,
}

const order = ['time', 'artist', 'description', 'status', 'deposit', 'alternates', 'note'] as const

/** The fields an entry of the audit log is about, before and after. A new booking had none before. */
export const changedFields = (
  { before, after }: Pick<AuditEntry, 'before' | 'after'>,
  names: AuditNames,
): ChangedField[] =>
  order.flatMap((field) => {
    const read = readers[field]
    const was = before ? read(before, names) : ''
    const is = after ? read(after, names) : ''
    return was === is ? [] : [{ name: words.common.fields[field], before: was, after: is }]
  })
