import { z } from 'zod'
import { statuses } from '../../domain/appointment.ts'
import type { Availability } from '../../domain/availability.ts'
import type { Instant } from '../../domain/interval.ts'
import type { AppointmentView, AuditEntry, BusyView, SearchHit } from '../../domain/views.ts'
import {
  id,
  instant,
  text,
  nothing,
  minutes,
  client,
  appointmentFields,
  seen,
  isLater,
  later,
  line,
  overrule,
  reason,
} from '../fields.ts'
import { ask } from '../question.ts'

export const bookingsQuestions = {
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
  /** Gives a request another time, which the client still has to agree to: it stays a request. */
  'appointments.propose': ask<AppointmentView>()(
    z
      .object({
        ...seen,
        artistId: id,
        start: instant,
        end: instant,
        /** What the client is to be told; kept in the history, never in the calendar. */
        note: line(500).default(''),
        overrule,
      })
      .refine(isLater, later),
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
  /** Drops a change that has not reached the calendar: the booking is as the calendar has it, or cancelled. */
  'appointments.giveUp': ask<AppointmentView>()(z.object(seen)),
  /** Takes back what the desk did last, within ten minutes and if the calendar has not changed since. */
  'appointments.undo': ask<AppointmentView>()(z.object(seen)),

  'busy.list': ask<BusyView[]>()(z.object({ from: instant, to: instant, artistId: id.optional() })),

  /** The booking form as it was left, as the window wrote it down; null when nothing was. */
  'drafts.get': ask<string | null>()(nothing),
  'drafts.save': ask<null>()(z.object({ draft: text(100_000) })),
  'drafts.clear': ask<null>()(nothing),
} as const
