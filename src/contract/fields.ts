import { z } from 'zod'
import { depositStates } from '../domain/appointment.ts'

/** The shapes that the questions' inputs are made of, each with the words for what is wrong with it. */

export const id = z.uuid('is not an id')
export const instant = z.int('must be a time in milliseconds').min(-8.64e15).max(8.64e15)
export const text = (limit: number) => z.string().max(limit, `is longer than ${limit} characters`)
export const line = (limit: number) => text(limit).trim()
const name = line(200).min(1, 'must not be empty')
export const nothing = z.object({}).optional()
export const minutes = z.int({
  error: ({ code }) => (code === 'invalid_type' ? 'must be a whole number of minutes' : undefined),
})

export const isLater = ({ start, end }: { start: number; end: number }): boolean => end > start
export const later = { path: ['end'], message: 'must be after the start' }

export const interval = z
  .object({ start: instant, end: instant })
  .refine(isLater, later)
  .refine(({ start, end }) => end - start <= 31 * 86_400_000, {
    path: ['end'],
    message: 'must be within a month of the start',
  })

const span = z
  .object({ from: minutes.min(0).max(1440), to: minutes.min(0).max(1440) })
  .refine(({ from, to }) => to > from, { path: ['to'], message: 'must be after the start' })

export const hours = z.array(z.array(span).max(6)).length(7, 'needs seven days, Monday first')

export const clientFields = {
  name,
  email: line(200).refine((value) => value === '' || /^[^\s@]+@[^\s@]+$/.test(value), {
    message: 'is not an email address',
  }),
  phone: line(60),
  notes: text(10_000),
  allergies: text(2_000),
}

export const client = z.object({
  ...clientFields,
  email: clientFields.email.default(''),
  phone: clientFields.phone.default(''),
  notes: clientFields.notes.default(''),
  allergies: clientFields.allergies.default(''),
})

const sessionLength = minutes.min(5).max(1440)

export const artistFields = {
  name,
  ink: z.int().min(1).max(12),
  active: z.boolean(),
  hours,
  sessionMinutes: sessionLength,
  bufferBefore: minutes.min(0).max(480),
  bufferAfter: minutes.min(0).max(480),
  presets: z
    .array(z.object({ name: line(60).min(1, 'must not be empty'), minutes: sessionLength }))
    .max(12),
}

export const appointmentFields = {
  artistId: id,
  start: instant,
  end: instant,
  description: line(500),
  notes: text(10_000),
  depositCents: z.int().min(0).max(100_000_000).nullable(),
  depositState: z.enum(depositStates),
  alternates: z.array(interval).max(10),
}

const webAddress = line(2_000).refine((value) => /^https?:\/\/[^\s/]+/i.test(value), {
  message: 'must start with https://',
})

/** As the certificate's failure names it; the port is left out, a certificate is its host's. */
const host = line(300)
  .refine((value) => /^[^\s/?#@\\]+$/.test(value) && URL.canParse(`https://${value}`), {
    abort: true,
    message: 'is not a host name',
  })
  .transform((value) => new URL(`https://${value}`).hostname.replace(/^\[(.*)\]$/, '$1'))

export const certificate = z.object({
  host,
  /** SHA-256, two digits at a time with colons. */
  fingerprint: line(100)
    .toUpperCase()
    .regex(/^[\dA-F]{2}(:[\dA-F]{2}){31}$/, 'is not a SHA-256 fingerprint'),
})

export const accountFields = {
  label: line(200),
  baseUrl: webAddress,
  username: name,
  password: z.string().min(1, 'must not be empty').max(1_000),
  calendarBasePath: line(500),
}

export const calendarFields = {
  artistId: id,
  accountId: id,
  url: webAddress,
  name: line(200),
  role: z.enum(['booking', 'blocking']),
  freeDoesNotBlock: z.boolean(),
}

export const exportRange = { from: instant, to: instant, artistId: id.optional() }

export const logFilter = {
  artistId: id.optional(),
  from: instant.optional(),
  result: z.enum(['all', 'changes', 'failed']).default('all'),
}

/** Which state of an appointment the person saw who asks to change it. */
export const seen = { id, version: z.int().min(1) }
export const overrule = z.boolean().default(false)
export const reason = line(500).default('')
