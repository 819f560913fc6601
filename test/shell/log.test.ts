import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openLog } from '../../src/main/shell/log.ts'
import { redact } from '../../src/main/shell/redact.ts'

const secret = 'xK9-hunter2-QQ'
const basic = Buffer.from(`mia:${secret}`).toString('base64')

describe('redact', () => {
  it.each([
    `https://mia:${secret}@cloud.example/remote.php`,
    `Authorization: Basic ${basic}`,
    `{"authorization":"Bearer ${secret}"}`,
    `sent Basic ${basic} to cloud.example`,
    `NEXTCLOUD_PASSWORD=${secret}`,
    `password: "${secret}"`,
    `{"appPassword":"${secret} and more"}`,
  ])('takes the secret out of %s', (text) => {
    const line = redact(text)
    expect(line).toContain('[removed]')
    expect(line).not.toContain(secret)
    expect(line).not.toContain(basic)
  })

  it('takes it out of fields, errors and what caused them', () => {
    const cause = new Error(`GET https://mia:${secret}@cloud.example failed`)
    const values = [
      { headers: { Authorization: `Basic ${basic}` }, accounts: [{ password: secret }] },
      new Error(`password=${secret}`, { cause }),
      [secret].map((token) => ({ token })),
    ]
    const text = JSON.stringify(values.map(redact))
    expect(text).not.toContain(secret)
    expect(text).not.toContain(basic)
  })

  it('leaves the rest alone', () => {
    const line = 'PROPFIND https://cloud.example/dav/mia/ answered 207 in 12 ms'
    expect(redact(line)).toBe(line)
    expect(redact({ count: 3, at: null })).toEqual({ count: 3, at: null })
  })
})

describe('openLog', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'linework-log-'))
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  it('writes lines without the secret', () => {
    const log = openLog(folder, false)
    log.info('Started')
    log.error('Push failed', new Error(`401 for https://mia:${secret}@cloud.example/`))
    const text = readFileSync(join(folder, 'linework.log'), 'utf8')
    expect(text).toMatch(/\[info\]\s+Started/)
    expect(text).toMatch(/\[error\]\s+Push failed/)
    expect(text).not.toContain(secret)
  })

  it('keeps one older file when the newer one is full', () => {
    const log = openLog(folder, false, 1_000)
    for (let line = 0; line < 100; line += 1) log.info(`Line ${line} of a hundred`)
    expect(readdirSync(folder).toSorted()).toEqual(['linework.log', 'linework.old.log'])
    expect(readFileSync(join(folder, 'linework.log'), 'utf8')).toContain('Line 99')
  })
})
