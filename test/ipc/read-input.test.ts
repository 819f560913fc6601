import { describe, expect, it } from 'vitest'
import { questions } from '../../src/contract/questions.ts'
import { isQuestion, readInput } from '../../src/main/ipc/read-input.ts'

const id = '0b0d2c1e-1f5c-4c0e-9d7e-6a1f3f0f3a55'
const booking = { id, artistId: id, start: 0, end: 3_600_000, client: { name: 'Mia' } }

describe('isQuestion', () => {
  it('knows the contract and nothing an object has by nature', () => {
    expect(Object.keys(questions).every(isQuestion)).toBe(true)
    expect(['toString', '__proto__', 'constructor', '', 'studio'].some(isQuestion)).toBe(false)
    expect([undefined, null, 3, ['studio.state'], {}].some(isQuestion)).toBe(false)
  })
})

describe('readInput', () => {
  it('fills in what was left out and drops what nobody asked for', () => {
    const parsed = readInput('appointments.create', { ...booking, admin: true })
    expect(parsed).toEqual({
      ok: true,
      value: {
        ...booking,
        client: { name: 'Mia', email: '', phone: '', notes: '', allergies: '' },
        description: '',
        notes: '',
        depositCents: null,
        depositState: 'none',
        alternates: [],
        status: 'PENDING',
        overrule: false,
      },
    })
  })

  it.each([
    ['clients.create', { name: '  ' }, 'name', '“Name” must not be empty.'],
    ['clients.create', {}, 'name', '“Name” is missing.'],
    ['clients.create', { name: 7 }, 'name', '“Name” is not of the right kind.'],
    ['clients.create', undefined, '', '“Input” is missing.'],
    ['appointments.get', { id: 'x' }, 'id', '“Id” is not an id.'],
    ['availability.slots', { minutes: 1, from: 0 }, 'minutes', '“Minutes” must be at least 5.'],
    ['notices.list', { limit: 1_000 }, 'limit', '“Limit” must be at most 200.'],
    ['settings.appearance', { theme: 'pink' }, 'theme', '“Theme” is not one of the choices.'],
    [
      'settings.update',
      { zone: 'Mars/Olympus' },
      'zone',
      '“Zone” is not a time zone this computer knows.',
    ],
    [
      'artists.create',
      { name: 'Kit', bufferBefore: 0.5 },
      'bufferBefore',
      '“Buffer before” must be a whole number of minutes.',
    ],
    [
      'appointments.create',
      { ...booking, alternates: [{ start: 2, end: 1 }] },
      'alternates.0.end',
      '“End” must be after the start.',
    ],
    [
      'appointments.create',
      { ...booking, client: { name: 'Mia', email: 'mia' } },
      'client.email',
      '“Email” is not an email address.',
    ],
    ['appointments.create', { ...booking, client: { id: 'x' } }, 'client.id', '“Id” is not an id.'],
    [
      'accounts.create',
      { baseUrl: 'cloud.example', username: 'a', password: 'b' },
      'baseUrl',
      '“Base url” must start with https://.',
    ],
  ] as const)('%s refuses %j and names the field', (name, input, field, message) => {
    expect(readInput(name, input)).toMatchObject({
      ok: false,
      error: { kind: 'invalid-input', message, field },
    })
  })
})
