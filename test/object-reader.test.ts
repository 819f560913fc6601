import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { DAY } from '../src/domain/interval.ts'
import { readHere } from '../src/main/caldav/object-answer.ts'
import { readObject } from '../src/main/ical/object.ts'
import { createObjectReader } from '../src/main/object-reader.ts'
import type { RemoteObject } from '../src/main/sync/remote.ts'
import { eventText } from './support/servers/events.ts'
import { NOW, ZONE } from './support/store.ts'

const options = { zone: ZONE, from: NOW, to: NOW + 400 * DAY }
const worker = resolve('src/main/object-worker.ts')

const objects = (count: number): RemoteObject[] =>
  Array.from({ length: count }, (_, at) => ({
    href: `/c/${at}.ics`,
    etag: `"${at}"`,
    text: eventText(`e${at}`, at % 7 === 0 ? ['RRULE:FREQ=WEEKLY'] : []),
  }))

const open = (file: string, patience?: number) => {
  const reader = createObjectReader(file, patience)
  onTestFinished(() => reader.close())
  return reader
}

/** A thread that ends, or never comes to an end, at an object that says so. */
const fragileWorker = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'linework-test-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const file = join(folder, 'worker.mjs')
  writeFileSync(
    file,
    `import { parentPort } from 'node:worker_threads'
    parentPort.on('message', ({ id, texts }) => {
      if (!texts) process.exit(1)
      if (texts.some((text) => text.includes('POISON'))) process.exit(1)
      while (texts.some((text) => text.includes('ENDLESS')));
      parentPort.postMessage({ id, contents: texts.map((text) => ({ hash: text, busy: [] })) })
    })`,
  )
  return file
}

const hrefs = (decoded: readonly { readonly object: RemoteObject }[]): string[] =>
  decoded.map(({ object }) => object.href)

test('reads in its thread what it would read in place, in the same order', async () => {
  const all = objects(95)
  const decoded = await open(worker).decode(all, options)
  expect(decoded).toEqual(
    all.map((object) => ({ object, content: readObject(object.text, options) })),
  )
})

test('answers several at once, each with its own', async () => {
  const reader = open(worker)
  const all = objects(60)
  const [first, second] = await Promise.all([
    reader.decode(all.slice(0, 50), options),
    reader.decode(all.slice(50), options),
  ])
  expect(hrefs([...first, ...second])).toEqual(all.map(({ href }) => href))
})

test.each(['POISON', 'ENDLESS'])(
  'an object that takes the thread down (%s) is left out alone',
  async (word) => {
    const reader = open(fragileWorker(), 1_000)
    const all = objects(6)
    await reader.decode(all, options)
    const broken = all.map((object, at) => (at === 2 ? { ...object, text: word } : object))
    const left = all.filter((_, at) => at !== 2).map(({ href }) => href)
    expect(hrefs(await reader.decode(broken, options))).toEqual(left)
    expect(await reader.decode(all, options)).toHaveLength(6)
  },
)

test('what is read at the same time is not taken for what took the thread down', async () => {
  const reader = open(fragileWorker())
  const all = objects(60)
  await reader.decode(all, options)
  const poison = { href: '/c/poison.ics', etag: null, text: 'POISON' }
  const [broken, whole] = await Promise.all([
    reader.decode([poison, ...all.slice(0, 3)], options),
    reader.decode(all, options),
  ])
  expect(hrefs(broken)).toEqual(hrefs(all.slice(0, 3).map((object) => ({ object }))))
  expect(whole).toHaveLength(60)
})

test('a thread that does not start is done without', async () => {
  const reader = open(join(tmpdir(), 'linework-no-such-worker.js'))
  const all = objects(3)
  expect(hrefs(await reader.decode(all, options))).toEqual(all.map(({ href }) => href))
})

test('after it was closed it reads nothing', async () => {
  const reader = open(worker)
  await reader.decode(objects(1), options)
  const reading = reader.decode(objects(90), options)
  await reader.close()
  expect((await reading).length).toBeLessThan(90)
  expect(await reader.decode(objects(1), options)).toEqual([])
})

const base = 'https://cloud.example/c/'

/** A 207 with an object per element, in pieces as they arrive. */
const answer = (count: number): Uint8Array[] => {
  const responses = objects(count).map(
    ({ href, etag, text }) =>
      `<d:response><d:href>${href}</d:href><d:propstat><d:prop><d:getetag>${etag}</d:getetag>
      <c:calendar-data>${text}</c:calendar-data></d:prop><d:status>HTTP/1.1 200 OK</d:status>
      </d:propstat></d:response>`,
  )
  const bytes = Buffer.from(
    `<d:multistatus xmlns:d="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav">${responses.join('')}
    <d:sync-token>t</d:sync-token></d:multistatus>`,
  )
  return [bytes.subarray(0, 5000), bytes.subarray(5000)]
}

test.each([1, 95])('reads an answer with %i objects as it would in place', async (count) => {
  const { answers } = open(worker)
  answers.prepare()
  const read = await answers.read(answer(count), base)
  expect(read).toEqual(await readHere.read(answer(count), base))
  expect(read.syncToken).toBe('t')
  expect(read.members.map(({ href, etag, text }) => ({ href, etag, text }))).toEqual(objects(count))
})

test('an answer that was cut off is no answer, whoever reads it', async () => {
  const reader = open(worker)
  const [first = new Uint8Array(), second = new Uint8Array()] = answer(95)
  const cut = [first, second.subarray(0, -20)]
  await expect(reader.answers.read(cut, base)).rejects.toMatchObject({ kind: 'truncated' })
  await expect(reader.answers.read([first], base)).rejects.toMatchObject({ kind: 'truncated' })
})

test('an answer that takes the thread down is read without it', async () => {
  const reader = open(fragileWorker())
  await reader.decode(objects(1), options)
  const { members } = await reader.answers.read(answer(95), base)
  expect(members).toHaveLength(95)
})

test('after it was closed it reads no answer', async () => {
  const reader = open(worker)
  await reader.close()
  reader.answers.prepare()
  await expect(reader.answers.read(answer(95), base)).rejects.toMatchObject({ kind: 'cancelled' })
})
