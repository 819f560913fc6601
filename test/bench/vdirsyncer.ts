import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BenchSetup } from './engine-desk.ts'
import { wallOf } from './measure.ts'

const run = async (args: readonly string[]): Promise<void> => {
  const child = spawn('vdirsyncer', args, { stdio: ['ignore', 'ignore', 'pipe'] })
  const heard: string[] = []
  child.stderr.on('data', (chunk) => heard.push(String(chunk)))
  const [code]: unknown[] = await once(child, 'exit')
  if (code !== 0) throw new Error(`vdirsyncer ended with ${String(code)}: ${heard.join('')}`)
}

/** It sends credentials in Latin-1: these characters come out as the bytes of UTF-8. */
const inLatin1 = (text: string): string => Buffer.from(text, 'utf8').toString('latin1')

const isInstalled = async (): Promise<boolean> => {
  try {
    await run(['--version'])
    return true
  } catch {
    return false
  }
}

/** A first pull and a second one with nothing changed, in ms; null when it is not installed. */
export const measureVdirsyncer = async ({
  url,
  user,
  password,
}: BenchSetup): Promise<{ firstPull: number; nothingChanged: number } | null> => {
  if (!(await isInstalled())) return null
  const folder = await mkdtemp(join(tmpdir(), 'linework-vdirsyncer-'))
  const config = join(folder, 'config')
  await mkdir(join(folder, 'events'))
  await writeFile(
    config,
    [
      '[general]',
      `status_path = ${JSON.stringify(join(folder, 'status'))}`,
      '[pair bench]',
      'a = "here"',
      'b = "there"',
      'collections = null',
      '[storage here]',
      'type = "filesystem"',
      `path = ${JSON.stringify(join(folder, 'events'))}`,
      'fileext = ".ics"',
      '[storage there]',
      'type = "caldav"',
      `url = ${JSON.stringify(url)}`,
      `username = ${JSON.stringify(inLatin1(user))}`,
      `password = ${JSON.stringify(inLatin1(password))}`,
      'read_only = true',
      '',
    ].join('\n'),
  )
  try {
    await run(['-c', config, 'discover'])
    const firstPull = await wallOf(() => run(['-c', config, 'sync']))
    const nothingChanged = await wallOf(() => run(['-c', config, 'sync']))
    return { firstPull, nothingChanged }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
