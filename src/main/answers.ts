import { ok } from '../domain/failure.ts'
import type { Alerts } from './alerts/alerts.ts'
import type { BackupQuestion } from './backing.ts'
import { appointmentCommands } from './appointments/commands.ts'
import type { Desk } from './appointments/desk.ts'
import { availabilityQueries } from './appointments/availability.ts'
import { appointmentQueries } from './appointments/queries.ts'
import { artistUseCases } from './artists/artists.ts'
import { timeOffUseCases } from './artists/time-off.ts'
import { certificateUseCases, type CertificateDesk } from './calendars/certificates.ts'
import type { CalendarDesk } from './calendars/desk.ts'
import { createCalendarUseCases } from './calendars/use-cases.ts'
import { clientUseCases } from './clients/clients.ts'
import type { ClientDesk } from './clients/desk.ts'
import { exportUseCases, type ExportDesk } from './export/save.ts'
import type { FarTime } from './far-time.ts'
import type { Handlers } from './ipc/handlers.ts'
import { draftUseCases } from './settings/drafts.ts'
import { settingsUseCases } from './settings/settings.ts'
import { searchUseCases } from './search/search.ts'
import type { importUseCases } from './import/use-cases.ts'
import type { BrowserSignIn } from './sign-in/browser-sign-in.ts'
import type { StudioQuestion } from './studios.ts'
import { readHealth } from './sync/health.ts'
import type { SyncEngine } from './sync/engine.ts'
import type { UpdateQuestion } from './updating.ts'

/** How long the form's question waits for the artist's server before it is told the copy's answer. */
const PATIENCE = 8_000

/** Wraps a query that cannot fail. */
const always =
  <Input, Answer>(query: (input: Input) => Answer) =>
  (input: Input) =>
    ok(query(input))

/** Which use-case answers which question of the contract. */
export const studioAnswers = (
  desk: Desk &
    CalendarDesk &
    ClientDesk &
    CertificateDesk &
    Pick<ExportDesk, 'chooseFile'> &
    Pick<FarTime, 'onceRead'> & { readonly copyText: (text: string) => void },
  engine: SyncEngine,
  {
    signIn,
    alerts,
    importing,
    sweepProbes,
  }: {
    readonly signIn: BrowserSignIn
    readonly alerts: Alerts
    readonly importing: ReturnType<typeof importUseCases>
    readonly sweepProbes: (calendarId: string) => Promise<void>
  },
): Omit<Handlers, StudioQuestion | BackupQuestion | UpdateQuestion | 'diagnostics.save'> => {
  const { read } = desk.store
  const appointments = { ...appointmentCommands(desk), ...appointmentQueries(desk) }
  const availability = availabilityQueries(desk)
  const clients = clientUseCases(desk)
  const exporting = exportUseCases({ ...desk, exportClient: clients.export })
  const artists = artistUseCases(desk)
  const timeOff = timeOffUseCases(desk)
  const search = searchUseCases(desk)
  const drafts = draftUseCases(desk)
  const settings = settingsUseCases(desk)
  const calendars = createCalendarUseCases(desk)
  const certificates = certificateUseCases(desk)

  /** A new login, calendar or trust is looked at right away; the answer does not wait for it. */
  const thenSync =
    <Input, Answer>(change: (input: Input) => Answer | Promise<Answer>) =>
    async (input: Input): Promise<Answer> => {
      const answer = await change(input)
      void engine.run({ trigger: 'settings' })
      return answer
    }

  /** What looks at an artist's time may have to wait until time far off was read. */
  const onceRead =
    <Input, Answer>(question: (input: Input) => Answer) =>
    (input: Input): Promise<Answer> =>
      desk.onceRead(() => question(input))
  const check = onceRead(availability.check)

  return {
    'availability.check': async (input) => {
      if (input.from === 'local') return check(input)
      const pulled = await engine.pullArtist(input.artistId, AbortSignal.timeout(PATIENCE))
      const answer = await check(input)
      return answer.ok && pulled.ok ? ok({ ...answer.value, checked: 'server' }) : answer
    },
    'availability.slots': onceRead(availability.slots),

    'search.find': always(search.find),

    'appointments.list': always(appointments.list),
    'appointments.get': appointments.get,
    'appointments.history': always(appointments.history),
    'appointments.create': onceRead(appointments.create),
    'appointments.update': onceRead(appointments.update),
    'appointments.approve': onceRead(appointments.approve),
    'appointments.propose': onceRead(appointments.propose),
    'appointments.decline': appointments.decline,
    'appointments.cancel': appointments.cancel,
    'appointments.mark': onceRead(appointments.mark),
    'appointments.resolve': onceRead(appointments.resolve),
    'appointments.giveUp': appointments.giveUp,
    'appointments.undo': onceRead(appointments.undo),

    'busy.list': onceRead(always(availability.busyViews)),

    'clients.list': always(clients.list),
    'clients.get': clients.get,
    'clients.create': clients.create,
    'clients.update': clients.update,
    'clients.record': clients.record,
    'clients.merge': clients.merge,
    'clients.export': clients.export,
    'clients.erase': clients.erase,

    'export.csv': exporting.csv,
    'export.ics': exporting.ics,
    'export.save': exporting.save,

    'artists.list': always(artists.list),
    'artists.create': artists.create,
    'artists.update': artists.update,
    'artists.remove': artists.remove,

    'timeOff.list': always(timeOff.list),
    'timeOff.create': timeOff.create,
    'timeOff.remove': timeOff.remove,
    'closedDays.create': timeOff.close,
    'closedDays.remove': timeOff.reopen,

    ...calendars,
    'accounts.create': thenSync(calendars['accounts.create']),
    'accounts.update': thenSync(calendars['accounts.update']),
    'calendars.create': thenSync(calendars['calendars.create']),
    'calendars.update': thenSync(calendars['calendars.update']),
    'calendars.test': async (input) => {
      await sweepProbes(input.id)
      return calendars['calendars.test'](input)
    },
    'calendars.releaseBrake': ({ id }) => {
      void engine.releaseBrake(id)
      return ok(null)
    },

    'signIn.start': thenSync((input) => signIn.start(input)),
    'signIn.state': () => ok(signIn.state()),
    'signIn.showPage': () => signIn.showPage(),
    'signIn.cancel': () => {
      signIn.cancel()
      return ok(null)
    },

    'import.read': importing.read,
    'import.state': always(importing.state),
    'import.rows': importing.rows,
    'import.apply': thenSync(importing.apply),
    'import.saveBadRows': importing.saveBadRows,
    'import.saveAll': importing.saveAll,
    'import.cancel': always(importing.cancel),

    'certificates.list': always(certificates.list),
    'certificates.trust': thenSync(certificates.trust),
    'certificates.revoke': thenSync(certificates.revoke),

    'sync.run': async (input) => {
      await engine.run({ trigger: 'button', ...input })
      return ok(engine.status())
    },
    'sync.status': () => ok(engine.status()),
    'sync.health': () => ok(readHealth(read, desk.now())),
    'sync.logs': (input) => ok(read.syncLogs.list(input)),

    'clipboard.write': ({ text }) => {
      desk.copyText(text)
      return ok(null)
    },

    'notices.list': ({ limit }) => ok(read.notices.list(limit)),
    'notices.seen': ({ upTo }) => {
      desk.store.transaction((tx) => tx.notices.markSeen(upTo))
      return ok(null)
    },

    'alerts.get': always(alerts.get),
    'alerts.update': alerts.update,
    'alerts.test': alerts.test,

    'drafts.get': always(drafts.get),
    'drafts.save': always(drafts.save),
    'drafts.clear': always(drafts.clear),

    'settings.get': always(settings.get),
    'settings.update': always(settings.update),
    'settings.appearance': always(settings.update),
  }
}
