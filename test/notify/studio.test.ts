import { EventEmitter, once } from 'node:events'
import { expect, onTestFinished, test } from 'vitest'
import { HOUR } from '../../src/domain/interval.ts'
import { createSampleServer } from '../../src/main/sample/server/server.ts'
import { addCalendarAt, openAsking } from '../support/asking.ts'
import { valueOf } from '../support/results.ts'
import { serveNotifyPush } from '../support/servers/notify-push.ts'
import { sampleListener } from '../support/servers/serve.ts'

const stamp = (instant: number): string =>
  new Date(instant).toISOString().replaceAll(/[-:]|\.\d+/g, '')

test('an event from a phone is in the studio as soon as the server tells', async () => {
  const sample = createSampleServer({
    now: Date.now,
    users: [{ name: 'desk', password: 'secret', displayName: 'Desk' }],
  })
  const url = sample.mkcalendar({ user: 'desk', name: 'mara', displayName: 'Mara' })
  const server = await serveNotifyPush({ otherwise: sampleListener(sample) })
  onTestFinished(server.stop)
  const changes = new EventEmitter()
  const ask = await openAsking((announcement) => {
    if (announcement.type === 'changed')
      for (const topic of announcement.topics) changes.emit(topic)
  })

  const signedIn = once(server.events, 'signed-in')
  await addCalendarAt(ask, server.baseUrl)
  await signedIn
  valueOf(await ask('sync.run', {}))

  const start = Date.now() + HOUR
  sample.put(
    url,
    'dentist.ics',
    [
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Phone//EN',
      'BEGIN:VEVENT',
      'UID:dentist',
      `DTSTAMP:${stamp(start)}`,
      `DTSTART:${stamp(start)}`,
      `DTEND:${stamp(start + HOUR)}`,
      'SUMMARY:Dentist',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ].join('\r\n'),
  )
  const busy = once(changes, 'busy')
  await server.say('notify_activity')
  await busy
  const seen = valueOf(await ask('busy.list', { from: start, to: start + HOUR }))
  expect(seen).toMatchObject([{ title: 'Dentist' }])
  valueOf(await ask('sync.run', {}))
  expect(valueOf(await ask('sync.logs', {}))).toContainEqual(
    expect.objectContaining({ trigger: 'hint', created: 1, outcome: 'ok' }),
  )
})
