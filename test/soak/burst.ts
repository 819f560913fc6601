import { setTimeout as wait } from 'node:timers/promises'
import type { TestServer } from '../support/servers/test-server.ts'
import { act, book, type Desk } from './desk.ts'
import { isLive, type Ledger } from './ledger.ts'
import type { Life } from './life.ts'
import { block, touch, type Listed } from './phone.ts'
import { fork, type Random } from './random.ts'
import type { KillReport } from './report.ts'
import type { Studio } from './studio.ts'

/** What one run of kills works on. */
export interface Run {
  readonly server: TestServer
  readonly userData: string
  readonly random: Random
  readonly ledger: Ledger
  readonly report: KillReport
}

/** ms */
const SHORTEST = 50
const LONGEST = 900
const AFTERWARDS = 300

/** Some commands at the desk, a few hands on phones, and a kill at any instant of it. */
export const burst = async (
  run: Run,
  life: Life,
  { artistIds, calendarUrls }: Studio,
  listed: readonly Listed[],
): Promise<void> => {
  const { server, random, ledger, report } = run
  const note = (problem: string): void => {
    report.problems.push(`before kill ${report.kills}: ${problem}`)
  }
  const live = [...ledger.entries.values()].filter(isLive)
  const touched = live.filter(() => random.chance(0.06)).slice(0, 2)
  const desk: Omit<Desk, 'random'> = {
    life,
    ledger,
    artistIds,
    hands: new Set(touched.map(({ id }) => id)),
    count: (what) => {
      report[what]++
    },
    refused: (entry, { kind, message }) => {
      if (!entry.raced || kind !== 'slot-taken') return note(`refused, ${kind}: ${message}`)
      ledger.entries.delete(entry.id)
      report.refusedAsTaken++
    },
  }
  const span = SHORTEST + random.below(LONGEST - SHORTEST)
  /** Does it at some instant of the burst; what a phone does goes on after the kill. */
  const at = async (what: (own: Random) => Promise<void>): Promise<void> => {
    const own = fork(random)
    await wait(own.below(span))
    await what(own).catch((error: unknown) => note(String(error)))
  }
  const atDesk = (what: (desk: Desk) => Promise<void>): Promise<void> =>
    at(async (own) => (life.isOver() ? undefined : what({ ...desk, random: own })))
  const outside = (what: (own: Random) => Promise<void>): Promise<void> =>
    at(async (own) => {
      await what(own)
      report.changesFromOutside++
    })

  const doings = Array.from({ length: 2 + random.below(7) }, () => atDesk(act))
  for (const entry of touched) {
    const own = listed.find(({ text }) => text.includes(entry.id))
    if (own) doings.push(outside((its) => touch(server, ledger, its, entry, own)))
  }
  if (random.chance(0.4)) {
    const side = random.below(artistIds.length)
    const race = { artistId: artistIds[side] ?? '', start: ledger.freshStart() }
    doings.push(outside(() => block(server, ledger, calendarUrls[side] ?? '', race.start)))
    if (random.chance(0.5)) doings.push(atDesk((one) => book(one, race)))
  }

  await wait(random.below(span + AFTERWARDS))
  await life.kill()
  report.kills++
  await Promise.all(doings)
}
