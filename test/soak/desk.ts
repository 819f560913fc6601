import { randomUUID } from 'node:crypto'
import type { Failure, Result } from '../../src/domain/failure.ts'
import type { AppointmentView } from '../../src/domain/views.ts'
import { isLive, LENGTH, type BookingState, type Entry, type Ledger } from './ledger.ts'
import type { Life } from './life.ts'
import type { Random } from './random.ts'

/** The person at the desk: what is asked of the program, and what it answered. */
export interface Desk {
  readonly life: Life
  readonly ledger: Ledger
  readonly artistIds: readonly string[]
  readonly random: Random
  /** The bookings this person leaves alone, because their artists change them at the same time. */
  readonly hands: ReadonlySet<string>
  readonly count: (what: 'answered' | 'unanswered') => void
  /** A command was refused although nothing speaks against it. */
  readonly refused: (entry: Entry, failure: Failure) => void
}

/** Asks for one change. It is promised once the answer is here, and only possible until then. */
const attempt = async (
  { count, refused }: Desk,
  entry: Entry,
  wanted: BookingState,
  ask: () => Promise<Result<AppointmentView> | null>,
): Promise<void> => {
  entry.unanswered = wanted
  const answer = await ask()
  count(answer === null ? 'unanswered' : 'answered')
  if (answer === null) return
  entry.unanswered = null
  if (answer.ok) {
    entry.promised = wanted
    entry.version = answer.value.version
  } else refused(entry, answer.error)
}

/** Books a fresh time, or one that somebody else takes at the same moment. */
export const book = async (
  desk: Desk,
  race?: Pick<BookingState, 'artistId' | 'start'>,
): Promise<void> => {
  const { life, ledger, random } = desk
  const number = ledger.freshNumber()
  const entry: Entry = {
    id: randomUUID(),
    clientName: `Client ${number}`,
    version: 0,
    promised: null,
    unanswered: null,
    raced: race !== undefined,
  }
  ledger.entries.set(entry.id, entry)
  const wanted: BookingState = {
    artistId: race?.artistId ?? random.pick(desk.artistIds),
    start: race?.start ?? ledger.freshStart(),
    description: `Booked ${number}`,
    status: random.chance(0.7) ? 'PENDING' : 'CONFIRMED',
  }
  const { artistId, start, description, status } = wanted
  await attempt(desk, entry, wanted, () =>
    life.ask('appointments.create', {
      id: entry.id,
      artistId,
      start,
      end: start + LENGTH,
      description,
      status: status === 'CONFIRMED' ? 'CONFIRMED' : 'PENDING',
      client: { name: entry.clientName },
      overrule: true,
    }),
  )
}

type Changes = Partial<Pick<BookingState, 'artistId' | 'start' | 'description'>>

/** One random change of a booking that has not been cancelled. */
const change = async (desk: Desk, entry: Entry): Promise<void> => {
  const { life, ledger, artistIds, random } = desk
  const state = entry.promised
  if (!state || !isLive(entry) || entry.unanswered) return
  const seen = { id: entry.id, version: entry.version }
  const update = (changes: Changes): Promise<void> =>
    attempt(desk, entry, { ...state, ...changes }, () =>
      life.ask('appointments.update', {
        ...seen,
        changes: {
          ...changes,
          ...(changes.start !== undefined && { end: changes.start + LENGTH }),
        },
        overrule: true,
      }),
    )
  const cancelled = { ...state, status: 'CANCELLED' as const }
  const acts = [
    () => update({ start: ledger.freshStart() }),
    () => update({ start: ledger.freshStart() }),
    () => update({ description: `Described ${ledger.freshNumber()}` }),
    () => update({ artistId: random.pick(artistIds.filter((id) => id !== state.artistId)) }),
    () => attempt(desk, entry, cancelled, () => life.ask('appointments.cancel', seen)),
    ...(state.status === 'PENDING'
      ? [
          () =>
            attempt(desk, entry, { ...state, status: 'CONFIRMED' }, () =>
              life.ask('appointments.approve', { ...seen, overrule: true }),
            ),
          () => attempt(desk, entry, cancelled, () => life.ask('appointments.decline', seen)),
        ]
      : []),
  ]
  await random.pick(acts)()
}

/** Books, or changes one of the bookings: often one that is still on its way to the calendar. */
export const act = async (desk: Desk): Promise<void> => {
  const { ledger, random, hands } = desk
  const live = [...ledger.entries.values()].filter((entry) => isLive(entry) && !hands.has(entry.id))
  if (live.length < 5 || random.chance(live.length > 40 ? 0.15 : 0.4)) return book(desk)
  return change(desk, random.pick(random.chance(0.5) ? live.slice(-3) : live))
}
