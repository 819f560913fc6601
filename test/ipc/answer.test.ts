import { describe, expect, it, vi } from 'vitest'
import { questions } from '../../src/contract/questions.ts'
import { fail, ok, type Failure } from '../../src/domain/failure.ts'
import { answer } from '../../src/main/ipc/answer.ts'
import type { Answers, Handlers } from '../../src/main/ipc/handlers.ts'
import { isQuestion } from '../../src/main/ipc/read-input.ts'

const otherwise: Failure = { kind: 'cancelled', message: 'Linework is closing.' }
class DiskFull extends Error {}
const full: Failure = { kind: 'disk-full', message: 'The disk is full.' }
const failureOf = (error: unknown): Failure | null => (error instanceof DiskFull ? full : null)

const client = {
  id: 'c',
  name: 'Mia',
  email: '',
  phone: '',
  notes: '',
  allergies: '',
  createdAt: 0,
}

const ask = async (
  handlers: Partial<Handlers>,
  name: unknown,
  input?: unknown,
  admit: Answers['admit'] = () => null,
) => {
  const log = { info: vi.fn(), warn: vi.fn(), error: vi.fn() }
  return { log, result: await answer({ handlers, otherwise, failureOf, admit }, name, input, log) }
}

describe('answer', () => {
  it('hands the parsed input on and the result back', async () => {
    const create = vi.fn(() => ok(client))
    const { result } = await ask({ 'clients.create': create }, 'clients.create', { name: ' Mia ' })
    expect(result).toEqual(ok(client))
    const empty = { email: '', phone: '', notes: '', allergies: '' }
    expect(create).toHaveBeenCalledWith({ name: 'Mia', ...empty })
  })

  it('hands an expected failure back as it is', async () => {
    const gone = fail('not-found', 'This client is gone.')
    const get = async (): Promise<typeof gone> => gone
    const { result } = await ask({ 'clients.create': get }, 'clients.create', { name: 'Mia' })
    expect(result).toEqual(gone)
  })

  it('does not call the handler with input that is refused', async () => {
    const create = vi.fn(() => ok(client))
    const { result } = await ask({ 'clients.create': create }, 'clients.create', { name: '' })
    expect(result).toMatchObject({ ok: false, error: { kind: 'invalid-input', field: 'name' } })
    expect(create).not.toHaveBeenCalled()
  })

  it.each(['clients.steal', '__proto__', 'toString', 7, null])(
    'refuses the unknown name %j',
    async (name) => {
      const { result } = await ask({}, name)
      expect(result).toMatchObject({ ok: false, error: { kind: 'not-allowed' } })
    },
  )

  it('says what is the matter while nobody can answer', async () => {
    expect((await ask({}, 'settings.get')).result).toEqual({ ok: false, error: otherwise })
  })

  it.each([
    [
      'throws',
      () => {
        throw new TypeError('secret /home/kit/linework.db')
      },
    ],
    ['rejects', () => Promise.reject(new Error('secret at file.ts:12'))],
  ])('keeps the stack to itself when a handler %s', async (_how, broken) => {
    const { result, log } = await ask({ 'settings.get': broken }, 'settings.get')
    expect(result).toMatchObject({ ok: false, error: { kind: 'internal' } })
    expect(JSON.stringify(result)).not.toMatch(/secret|\.ts|\.db|stack/)
    expect(log.error).toHaveBeenCalledWith('settings.get failed', expect.any(Error))
  })

  it('tells a full disk from a bug', async () => {
    const broken = vi.fn().mockRejectedValue(new DiskFull('SQLITE_FULL'))
    const { result } = await ask({ 'settings.get': broken }, 'settings.get')
    expect(result).toEqual({ ok: false, error: full })
  })
})

describe('while the settings are locked', () => {
  const shut: Failure = { kind: 'pin-needed', message: 'The settings are locked.' }
  const names = Object.keys(questions).filter(isQuestion)
  const ofAdmins = names.filter((name) => questions[name].who === 'admin')
  const ofStaff = names.filter((name) => questions[name].who === 'staff')

  it.each(ofAdmins)('%s is refused, whatever is asked with it', async (name) => {
    const handler = vi.fn()
    for (const input of [undefined, {}, { id: 7 }]) {
      const { result } = await ask({ [name]: handler }, name, input, () => shut)
      expect(result).toEqual({ ok: false, error: shut })
    }
    expect(handler).not.toHaveBeenCalled()
  })

  it.each(ofStaff)('%s goes on', async (name) => {
    const admit = vi.fn(() => shut)
    const { result } = await ask({}, name, {}, admit)
    expect(result).not.toEqual({ ok: false, error: shut })
    expect(admit).not.toHaveBeenCalled()
  })

  it('leaves the desk to look, to book, and to choose how the window looks', () => {
    const daily =
      /^(appointments|availability|busy|clients|drafts|notices|pin|search|studio|sync|timeOff)\./
    const looking = /\.(list|get|state|status)$/
    const other = ofStaff.filter((name) => !daily.test(name) && !looking.test(name))
    expect(other).toEqual([
      'settings.appearance',
      'signIn.cancel',
      'calendars.releaseBrake',
      'import.cancel',
      'clipboard.write',
      'backups.now',
      'recovery.offer',
      'recovery.retry',
      'recovery.quit',
    ])
    const handingOut = ['clients.export', 'clients.erase', 'pin.set', 'pin.remove'] as const
    expect(ofAdmins).toEqual(expect.arrayContaining([...handingOut]))
  })
})
