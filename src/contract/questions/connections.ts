import { z } from 'zod'
import type {
  AccountRemoval,
  AccountView,
  CalendarView,
  DiscoveredCalendar,
  SignInView,
  TestReport,
  TrustedCertificate,
} from '../../domain/views.ts'
import { id, line, nothing, certificate, accountFields, calendarFields } from '../fields.ts'
import { ask, askAdmin } from '../question.ts'

export const connectionsQuestions = {
  'accounts.list': ask<AccountView[]>()(nothing),
  'accounts.create': askAdmin<AccountView>()(
    z.object({
      ...accountFields,
      label: accountFields.label.default(''),
      calendarBasePath: accountFields.calendarBasePath.default('/remote.php/dav/calendars'),
    }),
  ),
  'accounts.update': askAdmin<AccountView>()(
    z.object({ id, changes: z.object(accountFields).partial() }),
  ),
  /** Withdraws the app password at the server too, where it came by the browser. */
  'accounts.remove': askAdmin<AccountRemoval>()(z.object({ id })),

  /** Opens the server's page in the browser and answers once the person has agreed there. */
  'signIn.start': askAdmin<AccountView>()(
    z.object({
      baseUrl: accountFields.baseUrl,
      /** The account whose login it becomes; a new one when left out. */
      accountId: id.optional(),
    }),
  ),
  'signIn.state': ask<SignInView>()(nothing),
  'signIn.showPage': askAdmin<null>()(nothing),
  'signIn.cancel': ask<null>()(nothing),

  'calendars.list': ask<CalendarView[]>()(nothing),
  'calendars.discover': askAdmin<DiscoveredCalendar[]>()(z.object({ accountId: id })),
  'calendars.create': askAdmin<CalendarView>()(
    z
      .object({
        ...calendarFields,
        url: calendarFields.url.optional(),
        /** In place of the URL: the last segment below the account's calendar path. */
        calendarId: line(500).min(1).optional(),
        name: calendarFields.name.default(''),
        freeDoesNotBlock: calendarFields.freeDoesNotBlock.default(false),
      })
      .refine(({ url, calendarId }) => url !== undefined || calendarId !== undefined, {
        path: ['url'],
        message: 'is needed: paste the calendar’s link or give its id',
      }),
  ),
  'calendars.update': askAdmin<CalendarView>()(
    z.object({ id, changes: z.object(calendarFields).omit({ accountId: true }).partial() }),
  ),
  'calendars.delete': askAdmin<null>()(z.object({ id })),
  'calendars.test': askAdmin<TestReport>()(z.object({ id })),
  /** Answers the brake: let the pull cancel what it wants to cancel, or go on waiting. */
  'calendars.releaseBrake': ask<null>()(z.object({ id })),

  /** Certificates that do not verify and are trusted all the same. */
  'certificates.list': ask<TrustedCertificate[]>()(nothing),
  'certificates.trust': askAdmin<null>()(certificate),
  'certificates.revoke': askAdmin<null>()(certificate),
} as const
