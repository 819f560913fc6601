import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { expect, it } from 'vitest'
import { createSampleServer } from '../../src/main/sample/server/server.ts'
import { askOf } from '../support/ask-window.ts'
import { launchLinework } from '../support/electron.ts'
import { openMailServer } from '../support/servers/mail.ts'
import { serve } from '../support/servers/serve.ts'
import { temporaryFolder } from '../support/store.ts'

const secrets = {
  appPassword: 'Kx7 äpp "pass\\word"/+Qv9',
  mailPassword: 'Kx7 mail "pass\\wörd"/+Qv9',
  webhook: 'Kx7-webhook-token-Qv9',
  pin: '739146028513',
  newPin: '604827193586',
}

const asJson = (text: string): string => JSON.stringify(text).slice(1, -1)

const inAscii = (text: string): string =>
  asJson(text).replaceAll(
    /[^ -~]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )

/**
 * A secret as it may hide: in clear, in base64 at each offset, in two bytes a letter, in one, in an
 * address, in JSON and in JSON within JSON, backwards.
 */
const spellings = (secret: string): Buffer[] => [
  Buffer.from(secret),
  Buffer.from(secret, 'utf16le'),
  Buffer.from(secret, 'utf16le').swap16(),
  Buffer.from(secret, 'latin1'),
  ...[
    encodeURIComponent(secret),
    asJson(secret),
    asJson(asJson(secret)),
    inAscii(secret),
    Array.from(secret).toReversed().join(''),
  ].map((text) => Buffer.from(text)),
  ...['', 'x', 'xx'].map((before) => {
    const coded = Buffer.from(`${before}${secret}`).toString('base64')
    // Without the letters that depend on what is around it.
    return Buffer.from(coded.slice(before ? 4 : 0, -4))
  }),
]

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true })
    .map((name) => join(folder, String(name)))
    .filter((path) => statSync(path).isFile())

/** What a file holds; a zip with everything in it unpacked. */
const contentsOf = (path: string): Buffer => {
  const body = readFileSync(path)
  if (!path.endsWith('.zip')) return body
  return Buffer.concat([body, ...Object.values(unzipSync(body))])
}

it('no secret is in any file, in what is handed out, in an answer, or on the console', async () => {
  const folder = temporaryFolder()
  const mail = await openMailServer({ users: { desk: secrets.mailPassword } })
  const sample = createSampleServer({
    now: Date.now,
    users: [{ name: 'desk', password: secrets.appPassword, displayName: 'Desk' }],
  })
  sample.mkcalendar({ user: 'desk', name: 'mara', displayName: 'Mara' })
  const served = await serve(sample)
  const { app, window: page } = await launchLinework({
    userData: join(folder, 'data'),
    args: ['--lang=en-GB', '--password-store=basic'],
  })
  const console: string[] = []
  for (const stream of [app.process().stdout, app.process().stderr])
    stream?.on('data', (text) => console.push(String(text)))
  await app.evaluate(({ dialog }, saved) => {
    let count = 0
    // What a person would choose: a new name for each file, with the ending it has.
    Reflect.set(dialog, 'showSaveDialog', async (...asked: { defaultPath: string }[]) => {
      const ending = asked.at(-1)?.defaultPath.split('.').at(-1)
      count += 1
      return { canceled: false, filePath: `${saved}/saved-${count}.${ending}` }
    })
    Reflect.set(dialog, 'showOpenDialog', async () => ({ canceled: false, filePaths: [saved] }))
  }, folder)

  const askAll = async (url: string, mailPort: number, own: typeof secrets): Promise<unknown[]> => {
    const ask = askOf(page)
    const said: unknown[] = []
    const note = async <T>(answer: Promise<T>): Promise<T> => {
      said.push(await answer)
      return answer
    }
    await note(ask('settings.update', { ready: true, studioName: 'Black Fern' }))
    const artist = await note(ask('artists.create', { name: 'Mara' }))
    const login = { baseUrl: url, username: 'desk' }
    const account = await note(ask('accounts.create', { ...login, password: own.appPassword }))
    if (!artist.ok || !account.ok) return said
    const accountId = account.value.id
    const calendar = await note(
      ask('calendars.create', {
        accountId,
        artistId: artist.value.id,
        role: 'booking',
        calendarId: 'mara',
      }),
    )
    if (calendar.ok) await note(ask('calendars.test', { id: calendar.value.id }))
    await note(ask('sync.run', {}))
    const server = { enabled: true, host: '127.0.0.1', port: mailPort, security: 'none' as const }
    const people = { username: 'desk', from: 'desk@fern.example', to: ['owner@fern.example'] }
    await note(ask('alerts.update', { mail: { ...server, ...people, password: own.mailPassword } }))
    await note(ask('alerts.test', { channel: 'mail' }))
    const hook = `${url}/hook/${own.webhook}`
    await note(ask('alerts.update', { webhook: { enabled: true, url: hook } }))
    await note(ask('alerts.test', { channel: 'webhook' }))
    await note(ask('pin.set', { pin: own.pin }))
    await note(ask('pin.unlock', { pin: own.newPin }))
    await note(ask('pin.unlock', { pin: own.pin }))
    await note(ask('pin.set', { pin: own.newPin, current: own.pin }))
    await note(
      ask('accounts.update', { id: accountId, changes: { password: `${own.appPassword}!` } }),
    )
    await note(ask('sync.run', {}))
    await note(ask('backups.now'))
    await note(ask('backups.chooseFolder', { which: 'calendarFolder' }))
    await note(ask('backups.exportNow'))
    await note(ask('diagnostics.save'))
    await note(ask('export.save', { kind: 'sync-log' }))
    await note(ask('accounts.list'))
    await note(ask('alerts.get'))
    await note(ask('sync.logs', {}))
    return said
  }
  const answers = await askAll(served.url, mail.port, secrets)
  const refused = answers.flatMap((answer, index) =>
    Reflect.get(Object(answer), 'ok') ? [] : index,
  )
  // A webhook that nobody takes, and the wrong PIN.
  expect([answers.length, refused]).toEqual([24, [9, 11]])
  expect(mail.received).toHaveLength(1)
  const reloaded = app.evaluate(
    ({ BrowserWindow }) =>
      new Promise<boolean>((resolve) => {
        const contents = BrowserWindow.getAllWindows()[0]?.webContents
        contents?.once('did-finish-load', () => resolve(true))
        contents?.forcefullyCrashRenderer()
      }),
  )
  expect(await reloaded).toBe(true)
  // The window that is there now was never told a secret by a person, so it must know none.
  const shown = await app.evaluate(
    async ({ BrowserWindow }, heap) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents
      const text: unknown = await contents?.executeJavaScript(`new Promise((resolve) => {
      const look = () => document.querySelector('nav')
        ? resolve(document.documentElement.outerHTML) : requestAnimationFrame(look)
      look()
    })`)
      await contents?.takeHeapSnapshot(heap)
      return String(text)
    },
    join(folder, 'window.heapsnapshot'),
  )
  expect(shown).toContain('<nav')
  await app.close()
  await served.close()
  await mail.close()

  const files = filesIn(folder)
  const expected = ['linework.db', 'linework.log', 'pin.json', 'saved-1.zip', 'saved-2.csv']
  for (const name of [...expected, '.ics', 'window.heapsnapshot'])
    expect(files.filter((path) => path.endsWith(name))).not.toEqual([])
  expect(files.filter((path) => path.includes('backups'))).not.toEqual([])
  // A place that is looked at like the others and has it, so that looking is known to find.
  const places: [string, Buffer][] = [
    ...files.map((path): [string, Buffer] => [path.slice(folder.length), contentsOf(path)]),
    ['an answer', Buffer.from(JSON.stringify(answers))],
    ['the window', Buffer.from(shown)],
    ['the console', Buffer.from(console.join(''))],
    ['a witness', Buffer.from(`base64: ${Buffer.from(secrets.appPassword).toString('base64')}`)],
  ]
  const found = places.filter(([, body]) =>
    Object.values(secrets).some((secret) => spellings(secret).some((text) => body.includes(text))),
  )
  expect(found.map(([place]) => place)).toEqual(['a witness'])
})
