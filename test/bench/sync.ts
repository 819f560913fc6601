import { parseArgs } from 'node:util'
import { benchSync } from './sync-bench.ts'

const { values } = parseArgs({
  options: {
    url: { type: 'string' },
    user: { type: 'string', default: '' },
    password: { type: 'string', default: '' },
    events: { type: 'string', default: '10000' },
    calendars: { type: 'string', default: '50' },
  },
})
if (values.url === undefined) {
  console.error(
    'npm run bench:sync -- --url <calendar URL> --user … --password … [--events 10000] [--calendars 50]\n' +
      'An empty calendar is filled and stays so. Beside it other ones are made and removed again.',
  )
  process.exit(1)
}
await benchSync(
  {
    url: values.url.replace(/\/*$/, '/'),
    user: values.user,
    password: values.password,
  },
  { events: Number(values.events), calendars: Number(values.calendars), name: values.url },
)
