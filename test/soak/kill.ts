import { parseArgs } from 'node:util'
import { startRadicale } from '../support/servers/radicale.ts'
import { startSabre } from '../support/servers/sabre.ts'
import { killAgainAndAgain } from './kill-run.ts'
import { newSeed } from './random.ts'
import type { KillReport } from './report.ts'

const usage = `npm run soak:kill -- [--kills 200] [--server radicale|sabre] [--seed N]

Books and changes, kills the program at random instants, starts it again, and compares. Prints one
JSON object; without --server both servers are tried.`

const servers = { radicale: startRadicale, sabre: startSabre }

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '200' },
    server: { type: 'string' },
    seed: { type: 'string' },
  },
})
const wanted = Object.entries(servers).filter(([name]) => name === (values.server ?? name))
const kills = Number(values.kills)
const seed = values.seed === undefined ? newSeed() : Number(values.seed)

if (wanted.length === 0 || !Number.isInteger(kills) || !Number.isInteger(seed)) {
  console.error(usage)
  process.exitCode = 2
} else {
  console.error(`--seed ${seed}`)
  const reports: KillReport[] = []
  for (const [, start] of wanted) {
    const server = await start()
    try {
      reports.push(await killAgainAndAgain(server, kills, seed, (line) => console.error(line)))
    } finally {
      await server.stop()
    }
  }
  console.log(JSON.stringify(reports, null, 2))
  if (reports.some(({ problems }) => problems.length > 0)) process.exitCode = 1
}
