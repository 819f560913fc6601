import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { history } from '../support/history.ts'
import { runHistory } from '../support/history-run.ts'
import { openReusableStore } from '../support/store.ts'

const runs = Number(process.env['LINEWORK_HISTORIES'] ?? 2_000)
const path = process.env['LINEWORK_PATH']
/** The same histories each time, so that a red run is about the change; the soak looks for new ones. */
const seed = Number(process.env['LINEWORK_SEED'] ?? 20_261_125)

it(
  `${runs} random histories end in agreement (LINEWORK_SEED=${seed})`,
  { timeout: 3_600_000 },
  async () => {
    const desk = openReusableStore()
    const details = await fc.check(
      fc.asyncProperty(history, async ({ actions, shared }) => {
        desk.clear()
        await runHistory(desk, actions, shared)
      }),
      {
        numRuns: runs,
        seed,
        ...(path !== undefined && { path }),
        endOnFailure: Boolean(process.env['LINEWORK_NO_SHRINK']),
      },
    )
    if (details.failed)
      expect.fail(`${String(details.errorInstance)}
${fc.defaultReportMessage(details) ?? ''}`)
  },
)
