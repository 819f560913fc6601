import { z } from 'zod'
import { statuses } from '../domain/appointment.ts'
import type { Artist, TimeOff } from '../domain/artist.ts'
import type { Availability } from '../domain/availability.ts'
import type { Client } from '../domain/client.ts'
import type { ClientFigures } from '../domain/client-record.ts'
import type { Instant } from '../domain/interval.ts'
import { languageSettings, privacyLevels, themes, type Settings } from '../domain/settings.ts'
import type {
  AccountView,
  AppointmentView,
  AuditEntry,
  BusyView,
  CalendarView,
  ClientErasure,
  ClientExport,
  DiscoveredCalendar,
  NoticeView,
  SearchHit,
  StudioState,
  SyncLogEntry,
  SyncStatus,
  TestReport,
  TrustedCertificate,
} from '../domain/views.ts'
import { isZone } from '../domain/zone.ts'
import {
  id,
  instant,
  text,
  line,
  nothing,
  minutes,
  isLater,
  later,
  interval,
  hours,
  clientFields,
  client,
  artistFields,
  appointmentFields,
  certificate,
  accountFields,
  calendarFields,
  exportRange,
  seen,
  overrule,
  reason,
} from './fields.ts'

/**
 * Every question the window may ask: its name, the shape of its input, and the answer's type.
 * Answers travel as `Result<Answer, Failure>`: only data survives the way between processes.
 */
interface Question<Input extends z.ZodType, Answer> {
  readonly input: Input
  readonly answer?: Answer
}

const ask =
  <Answer>() =>
  <Input extends z.ZodType>(input: Input): Question<Input, Answer> => ({ input })

export const questions = {
  'studio.state': ask<StudioState>()(nothing),
  /** Opens the sample studio: made-up artists, clients and bookings, and a server inside the app. */
  'studio.explore': ask<StudioState>()(nothing),
  /** Leaves the sample studio for the real one and removes everything it made. */
  'studio.leaveSample': ask<StudioState>()(nothing),

  'availability.check': ask<Availability>()(
    z.object({
      artistId: id,
      start: instant,
      end: instant,
      /** An appointment whose own time does not count: the one being moved. */
      ignoring: id.optional(),
      /** `local` answers at once from the copy; `server` pulls the artist's calendars first. */
      from: z.enum(['local', 'server']).default('local'),
    }),
  ),
  'availability.slots': ask<{ artistId: string; start: Instant; end: Instant }[]>()(
    z.object({
      /** One artist, or all active ones when left out. */
      artistId: id.optional(),
      minutes: minutes.min(5).max(1440),
      from: instant,
      count: z.int().min(1).max(50).default(3),
      ignoring: id.optional(),
    }),
  ),

  /** Artists and clients, best first, then appointments, nearest to now first; dates are understood. */
  'search.find': ask<SearchHit[]>()(
    z.object({ text: text(200), limit: z.int().min(1).max(100).default(20) }),
  ),

  'appointments.list': ask<AppointmentView[]>()(
    z.object({
      from: instant.optional(),
      to: instant.optional(),
      artistId: id.optional(),
      clientId: id.optional(),
      statuses: z.array(z.enum(statuses)).optional(),
      /** Only what needs a person. */
      troubled: z.boolean().optional(),
    }),
  ),
  'appointments.get': ask<AppointmentView>()(z.object({ id })),
  'appointments.history': ask<AuditEntry[]>()(z.object({ id })),
  'appointments.create': ask<AppointmentView>()(
    z.object({
      /** Made by the window when the form opens; the same id twice is one booking. */
      id,
      ...appointmentFields,
      client: z.union([z.object({ id }), client]),
      description: appointmentFields.description.default(''),
      notes: appointmentFields.notes.default(''),
      depositCents: appointmentFields.depositCents.default(null),
      depositState: appointmentFields.depositState.default('none'),
      alternates: appointmentFields.alternates.default([]),
      status: z.enum(['PENDING', 'CONFIRMED']).default('PENDING'),
      /** The person was warned about hours, buffers or the past and books all the same. */
      overrule,
    }),
  ),
  'appointments.update': ask<AppointmentView>()(
    z.object({
      ...seen,
      changes: z.object({ ...appointmentFields, clientId: id }).partial(),
      overrule,
    }),
  ),
  'appointments.approve': ask<AppointmentView>()(
    z.object({
      ...seen,
      /** Takes this alternate (0 is the first) in place of the first choice. */
      alternate: z.int().min(0).optional(),
      overrule,
    }),
  ),
  'appointments.decline': ask<AppointmentView>()(z.object({ ...seen, reason })),
  'appointments.cancel': ask<AppointmentView>()(z.object({ ...seen, reason })),
  'appointments.mark': ask<AppointmentView>()(
    z.object({ ...seen, status: z.enum(['CONFIRMED', 'ARRIVED', 'COMPLETED', 'NO_SHOW']) }),
  ),
  /** Settles what needs a person: take over the calendar's version, or send ours again. */
  'appointments.resolve': ask<AppointmentView>()(
    z.object({ ...seen, keep: z.enum(['theirs', 'ours']) }),
  ),
  /** Takes back what the desk did last, within ten minutes and if the calendar has not changed since. */
  'appointments.undo': ask<AppointmentView>()(z.object(seen)),

  'busy.list': ask<BusyView[]>()(z.object({ from: instant, to: instant, artistId: id.optional() })),

  'clients.list': ask<Client[]>()(
    z.object({ search: line(200).default(''), limit: z.int().min(1).max(10_000).default(50) }),
  ),
  'clients.get': ask<Client>()(z.object({ id })),
  'clients.create': ask<Client>()(client),
  'clients.update': ask<Client>()(z.object({ id, changes: z.object(clientFields).partial() })),

  'clients.record': ask<ClientFigures>()(z.object({ id })),
  /** One person under two entries: `drop`'s appointments and details go to `keep`. */
  'clients.merge': ask<Client>()(
    z
      .object({ keep: id, drop: id })
      .refine(({ keep, drop }) => keep !== drop, { path: ['drop'], message: 'is the same client' }),
  ),
  /** Everything there is about one person. */
  'clients.export': ask<ClientExport>()(z.object({ id })),
  /** Removes what there is about one person; refused while something is still to come. */
  'clients.erase': ask<ClientErasure>()(z.object({ id })),

  'export.csv': ask<string>()(z.object(exportRange)),
  'export.ics': ask<string>()(z.object(exportRange)),
  /** Asks where to save; answers the file's name, or null when nothing was saved. */
  'export.save': ask<{ file: string | null }>()(
    z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('csv'), ...exportRange }),
      z.object({ kind: z.literal('ics'), ...exportRange }),
      z.object({ kind: z.literal('client'), id }),
    ]),
  ),

  'artists.list': ask<Artist[]>()(nothing),
  'artists.create': ask<Artist>()(z.object(artistFields).partial().required({ name: true })),
  'artists.update': ask<Artist>()(z.object({ id, changes: z.object(artistFields).partial() })),
  /** Makes an artist inactive or, where nothing hangs on it, removes it. Nothing is removed from a server. */
  'artists.remove': ask<null>()(z.object({ id })),

  /** When artists are away; the studio's is everyone's. */
  'timeOff.list': ask<TimeOff[]>()(
    z.object({ from: instant, to: instant, artistId: id.optional() }),
  ),
  'timeOff.create': ask<TimeOff>()(
    z
      .object({
        /** Null: the whole studio. */
        artistId: id.nullable(),
        start: instant,
        end: instant,
        reason: line(200).default(''),
      })
      .refine(isLater, later),
  ),
  'timeOff.remove': ask<null>()(z.object({ id })),

  'accounts.list': ask<AccountView[]>()(nothing),
  'accounts.create': ask<AccountView>()(
    z.object({
      ...accountFields,
      label: accountFields.label.default(''),
      calendarBasePath: accountFields.calendarBasePath.default('/remote.php/dav/calendars'),
    }),
  ),
  'accounts.update': ask<AccountView>()(
    z.object({ id, changes: z.object(accountFields).partial() }),
  ),
  'accounts.remove': ask<null>()(z.object({ id })),

  'calendars.list': ask<CalendarView[]>()(nothing),
  'calendars.discover': ask<DiscoveredCalendar[]>()(z.object({ accountId: id })),
  'calendars.create': ask<CalendarView>()(
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
  'calendars.update': ask<CalendarView>()(
    z.object({ id, changes: z.object(calendarFields).omit({ accountId: true }).partial() }),
  ),
  'calendars.delete': ask<null>()(z.object({ id })),
  'calendars.test': ask<TestReport>()(z.object({ id })),
  /** Answers the brake: let the pull cancel what it wants to cancel, or go on waiting. */
  'calendars.releaseBrake': ask<null>()(z.object({ id })),

  /** Certificates that do not verify and are trusted all the same. */
  'certificates.list': ask<TrustedCertificate[]>()(nothing),
  'certificates.trust': ask<null>()(certificate),
  'certificates.revoke': ask<null>()(certificate),

  'sync.run': ask<SyncStatus>()(
    z.object({
      /** One artist, or everyone when left out. */
      artistId: id.optional(),
      /** Compare these days object by object with the server, whatever the sync token says. */
      range: interval.optional(),
    }),
  ),
  'sync.status': ask<SyncStatus>()(nothing),
  'sync.logs': ask<SyncLogEntry[]>()(
    z.object({
      artistId: id.optional(),
      before: z.int().optional(),
      limit: z.int().min(1).max(500).default(100),
    }),
  ),

  'notices.list': ask<NoticeView[]>()(z.object({ limit: z.int().min(1).max(200).default(50) })),
  'notices.seen': ask<null>()(z.object({ upTo: z.int() })),

  /** The booking form as it was left, as the window wrote it down; null when nothing was. */
  'drafts.get': ask<string | null>()(nothing),
  'drafts.save': ask<null>()(z.object({ draft: text(100_000) })),
  'drafts.clear': ask<null>()(nothing),

  'settings.get': ask<Settings>()(nothing),
  'settings.update': ask<Settings>()(
    z
      .object({
        studioName: line(200),
        zone: z.string().refine(isZone, { message: 'is not a time zone this computer knows' }),
        hours,
        slotMinutes: minutes.min(5).max(120),
        pullMinutes: minutes.min(1).max(1440),
        privacy: z.enum(privacyLevels),
        theme: z.enum(themes),
        language: z.enum(languageSettings),
        currency: z.string().regex(/^[A-Z]{3}$/, 'is not a currency'),
        ready: z.boolean(),
      })
      .partial(),
  ),
} as const

export type Questions = typeof questions
export type QuestionName = keyof Questions

/** What the window sends; defaults may be left out. */
export type InputOf<Name extends QuestionName> = z.input<Questions[Name]['input']>

/** What main works with after parsing. */
export type ParsedOf<Name extends QuestionName> = z.output<Questions[Name]['input']>

export type AnswerOf<Name extends QuestionName> =
  Questions[Name] extends Question<z.ZodType, infer Answer> ? Answer : never
