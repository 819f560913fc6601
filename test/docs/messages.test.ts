import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { failureKinds } from '../../src/domain/failure.ts'
import { wireFailure, type WireKind } from '../../src/main/caldav/failure.ts'
import { problems } from '../../src/main/store/errors.ts'
import { en } from '../../src/renderer/i18n/en.ts'
import { sourceFiles } from '../support/imports.ts'

const page = readFileSync(resolve(import.meta.dirname, '../../docs/CALDAV-SETUP.md'), 'utf8')

/** The tables' rows: | `kind` | message | what to do | */
const rows = [...page.matchAll(/^\| `([a-z-]+)` \| (.+?) \| (.+?) \|$/gm)].map(
  ([, kind = '', message = '', cure = '']) => ({ kind, message, cure }),
)

const sources = sourceFiles().filter(({ path }) => path !== 'domain/failure.ts')

/** What is filled in is `…` on the page. */
const asWritten = (text: string): string => text.replaceAll(/\$\{(?:[^{}]|\{[^{}]*\})*\}/g, '…')

const literal = String.raw`(?:'([^']*)'|(?:sentence)?\x60([^\x60]*)\x60)`
const texts = (pattern: string): string[] =>
  sources
    .filter(({ path }) => path.startsWith('main/'))
    .flatMap(({ code }) =>
      Array.from(code.matchAll(new RegExp(pattern, 'g')), (match) =>
        asWritten(match[1] ?? match[2] ?? ''),
      ),
    )

/** Kinds with a sentence for every host; a new one does not compile until it is here. */
const wire: Readonly<Record<WireKind, true>> = {
  unreachable: true,
  timeout: true,
  certificate: true,
  'not-caldav': true,
  redirect: true,
  'sign-in': true,
  forbidden: true,
  'read-only': true,
  'calendar-gone': true,
  'object-gone': true,
  precondition: true,
  'uid-conflict': true,
  'object-refused': true,
  locked: true,
  'busy-server': true,
  'server-error': true,
  maintenance: true,
  'storage-full': true,
  'sync-token': true,
  truncated: true,
  'too-large': true,
  cancelled: true,
}
const wireKinds = failureKinds.filter((kind): kind is WireKind => kind in wire)

describe('the messages in CALDAV-SETUP.md', () => {
  it('have a row for every kind that the code uses, and for no other', () => {
    const used = failureKinds.filter((kind) =>
      sources.some(({ code }) => new RegExp(`['\\s{]${kind}['\\s:]`).test(code)),
    )
    expect([...new Set(rows.map(({ kind }) => kind))].toSorted()).toEqual(used.toSorted())
  })

  it.each(wireKinds)('say of “%s” what the program says', (kind) => {
    const { message, remedy = '' } = wireFailure(kind, 'https://host.invalid/')
    const said = message.replaceAll('host.invalid', '…')
    const row = rows.find((one) => one.kind === kind && one.message.startsWith(said))
    expect(row?.cure ?? `no row: ${said}`).toContain(remedy)
  })

  it.each(Object.values(problems))('say what to do about $kind', ({ kind, message, remedy }) => {
    expect(rows).toContainEqual({ kind, message, cure: remedy })
  })

  it('repeat every sentence that is written out in the code', () => {
    const sentences = texts(
      String.raw`\b(?:(?:fail|notFrom)\(\s*'[a-z-]+',|inField\()\s*${literal}`,
    ).filter((text) => /[a-z]/i.test(text))
    expect(sentences.length).toBeGreaterThan(30)
    expect(sentences.filter((text) => !rows.some((row) => row.message.startsWith(text)))).toEqual(
      [],
    )
  })

  it('repeat every remedy that is written out in the code', () => {
    const remedies = texts(String.raw`\bremedy:\s*${literal}`)
    expect(remedies.length).toBeGreaterThan(30)
    expect(remedies.filter((text) => !rows.some((row) => row.cure === text))).toEqual([])
  })

  it('take no server for a Nextcloud: what to do there is said as one case', () => {
    const cures = rows.map(({ cure }) => cure).filter((cure) => cure.includes('Nextcloud'))
    expect(cures.filter((cure) => !cure.includes('In Nextcloud'))).toEqual([])
  })

  it('tell every kind of trouble with the answers the window has', () => {
    const told = Object.fromEntries(
      [...page.matchAll(/^\| ([A-Z][\w ]+) \| .+ \| (.+) \|$/gm)].map(
        ([, title = '', cure = '']) => [
          title,
          Array.from(cure.matchAll(/\*\*(.+?)\*\*/g), ([, answer]) => answer),
        ],
      ),
    )
    const { troubles, troubleAnswers } = en.common
    for (const [kind, answers] of Object.entries(troubleAnswers)) {
      const title = Object.entries(troubles).find(([name]) => name === kind)?.[1] ?? kind
      expect([title, told[title]?.toSorted()]).toEqual([
        title,
        Object.values(answers).filter(Boolean).toSorted(),
      ])
    }
  })
})
