import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { TestServer } from '../support/servers/test-server.ts'
import { burst, type Run } from './burst.ts'
import { checkDatabase, compare } from './check.ts'
import { openLedger } from './ledger.ts'
import { settle, startLife, type Life } from './life.ts'
import { listAll, type Listed } from './phone.ts'
import { createRandom } from './random.ts'
import { emptyReport, type KillReport } from './report.ts'
import { setUpStudio, signIn, type Studio } from './studio.ts'

/** A run that goes wrong everywhere is not worth its time. */
const ENOUGH_PROBLEMS = 20
const KILLED_IN_RECOVERY = 0.2
/** ms after signing in */
const RECOVERY = 400

/**
 * Lets one studio live on one server and be killed `kills` times. The seed repeats what is done and
 * when; how the instants meet with the program's own steps no seed can repeat.
 */
export const killAgainAndAgain = async (
  server: TestServer,
  kills: number,
  seed: number,
  say: (line: string) => void,
): Promise<KillReport> => {
  const started = Date.now()
  const run: Run = {
    server,
    userData: await mkdtemp(join(tmpdir(), 'linework-soak-')),
    random: createRandom(seed),
    ledger: openLedger(started),
    report: emptyReport(server.name, seed),
  }
  const { report, random, userData } = run

  let life = await startLife(userData)
  try {
    const studio = await setUpStudio(life, server)
    let listed = await check(run, life, studio)
    while (report.kills < kills && report.problems.length < ENOUGH_PROBLEMS) {
      await burst(run, life, studio, listed)
      life = await restart(run, studio)
      while (report.kills < kills && random.chance(KILLED_IN_RECOVERY)) {
        await wait(random.below(RECOVERY))
        await life.kill()
        report.kills++
        report.killedInRecovery++
        life = await restart(run, studio)
      }
      listed = await check(run, life, studio)
      say(`${server.name}: ${report.kills} kills, ${listed.length} events`)
    }
    await life.get('sync.run', {})
    const after = await listAll(server, studio.calendarUrls)
    if (etags(listed) !== etags(after)) report.problems.push('a quiet cycle changed the server')
    report.eventsAtTheEnd = after.length
  } catch (error) {
    report.problems.push(`after kill ${report.kills}: ${String(error)}`)
  }
  await life.close()
  if (report.problems.length > 0) say(`The studio is kept in ${userData}`)
  else await rm(userData, { recursive: true, force: true })
  report.bookings = run.ledger.entries.size
  report.seconds = Math.round((Date.now() - started) / 1000)
  return report
}

/** Starts again on what the kill left, and enters the password that only memory had. */
const restart = async ({ report, server, userData }: Run, studio: Studio): Promise<Life> => {
  const life = await startLife(userData)
  const { problem } = await life.get('studio.state')
  if (problem) throw new Error(`the studio does not open: ${problem.message}`)
  const views = await life.get('appointments.list', {})
  const deliveries = new Set(views.map(({ delivery }) => delivery))
  if (deliveries.has('sending')) report.killedWhileSending++
  if (deliveries.has('waiting')) report.killedWhileWaiting++
  await signIn(life, studio, server)
  return life
}

/** Waits until all is quiet, and compares everything there is to compare. */
const check = async (
  { report, server, ledger, userData }: Run,
  life: Life,
  { calendarUrls }: Studio,
): Promise<Listed[]> => {
  const began = Date.now()
  const views = await settle(life)
  report.longestUntilQuietMs = Math.max(report.longestUntilQuietMs, Date.now() - began)
  const listed = await listAll(server, calendarUrls)
  const problems = [...checkDatabase(userData), ...compare(ledger, views, listed)]
  report.problems.push(...problems.map((problem) => `after kill ${report.kills}: ${problem}`))
  report.checks++
  return listed
}

const etags = (listed: readonly Listed[]): string =>
  listed
    .map(({ href, etag }) => `${href} ${etag}`)
    .sort()
    .join('\n')
