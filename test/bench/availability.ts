import { parseArgs } from 'node:util'
import { benchAvailability } from './availability-bench.ts'
import { benchFarTime } from './far-time-bench.ts'

const { values } = parseArgs({
  options: {
    artists: { type: 'string', default: '50' },
    events: { type: 'string', default: '200000' },
  },
})
benchAvailability({ artists: Number(values.artists), events: Number(values.events) })
await benchFarTime(10_000)
