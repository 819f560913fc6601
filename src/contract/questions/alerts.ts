import { z } from 'zod'
import { alertChannels, mailSecurities, type AlertView } from '../../domain/alert.ts'
import type { Failure } from '../../domain/failure.ts'
import { instant, line, nothing } from '../fields.ts'
import { ask, askAdmin } from '../question.ts'

/** `name@host` or `Name <name@host>`; a line break would start another header. */
const mailAddress = line(200).regex(
  /^(?:[^<>\r\n]*<[^\s<>@]+@[^\s<>@]+>|[^\s<>@,;]+@[^\s<>@,;]+)$/,
  'is not an email address',
)

const mail = {
  enabled: z.boolean(),
  host: line(300).regex(/^[^\s/:@]*$/, 'is not the name of a server'),
  port: z.int('must be a number').min(1).max(65_535),
  security: z.enum(mailSecurities),
  username: line(300),
  from: mailAddress.or(z.literal('')),
  to: z.array(mailAddress).max(20),
}

const isWebhook = (value: string): boolean => {
  if (!URL.canParse(value)) return false
  const { protocol, hostname } = new URL(value)
  const here = ['localhost', '127.0.0.1', '[::1]'].includes(hostname)
  return protocol === 'https:' || (protocol === 'http:' && here)
}

/** How the settings are kept; secrets are not among them. */
export const alertsKept = z.object({
  mail: z.object(mail),
  webhook: z.object({ enabled: z.boolean() }),
  last: z.partialRecord(
    z.enum(alertChannels),
    z.object({ at: instant, failure: z.custom<Failure>().nullable() }),
  ),
})

export const alertsQuestions = {
  'alerts.get': ask<AlertView>()(nothing),
  /** What is left out stays; a secret that is empty is forgotten. */
  'alerts.update': askAdmin<AlertView>()(
    z.object({
      mail: z
        .object({ ...mail, password: z.string().max(1_000) })
        .partial()
        .optional(),
      webhook: z
        .object({
          enabled: z.boolean(),
          url: line(2_000).refine(
            (value) => value === '' || isWebhook(value),
            'must start with https://',
          ),
        })
        .partial()
        .optional(),
    }),
  ),
  /** Sends a test now, with what is saved. */
  'alerts.test': askAdmin<AlertView>()(z.object({ channel: z.enum(alertChannels) })),
} as const
