import { useMemo } from 'react'
import type { InputOf } from '../../contract/questions.ts'
import type { BusyView } from '../../domain/views.ts'
import { inWords } from '../format/untitled.ts'
import { answerTo, type Answer } from './answers.ts'

/** Every question that only reads, as a hook, with what its answer is made from. */
export const useStudioState = answerTo('studio.state', ['settings'])
export const usePinState = answerTo('pin.state', ['pin'])
export const useSettingsAnswer = answerTo('settings.get', ['settings'])
export const useArtistList = answerTo('artists.list', ['artists'])
export const useAccounts = answerTo('accounts.list', ['accounts'])
export const useCalendars = answerTo('calendars.list', ['calendars', 'accounts', 'logs'])
export const useAppointments = answerTo('appointments.list', ['appointments', 'outbox', 'clients'])
export const useAppointment = answerTo('appointments.get', ['appointments', 'outbox', 'clients'])
export const useHistory = answerTo('appointments.history', ['appointments'])
const useBusyList = answerTo('busy.list', ['busy', 'calendars'])
export const useTimeOff = answerTo('timeOff.list', ['artists'])
export const useClients = answerTo('clients.list', ['clients'])
export const useClientFigures = answerTo('clients.record', ['appointments', 'clients'])
export const useClient = answerTo('clients.get', ['clients'])
export const useSyncAnswer = answerTo('sync.status', [
  'appointments',
  'sync-status',
  'outbox',
  'calendars',
  'accounts',
  'artists',
])
export const useSlots = answerTo('availability.slots', [
  'appointments',
  'busy',
  'artists',
  'calendars',
])
export const useSearch = answerTo('search.find', ['appointments', 'clients', 'artists'])
export const useSignIn = answerTo('signIn.state', ['sign-in'])
export const useImportProgress = answerTo('import.state', ['import'])
export const useCertificates = answerTo('certificates.list', ['certificates'])
export const useLogs = answerTo('sync.logs', ['logs'])
export const useSyncHealth = answerTo('sync.health', ['logs', 'settings'])
export const useAlerts = answerTo('alerts.get', ['alerts'])
export const useBackups = answerTo('backups.state', ['backups'])
export const useUpdates = answerTo('updates.state', ['updates'])
export const useRecoveryOffer = answerTo('recovery.offer', [])
export const useNotices = answerTo('notices.list', ['notices'])

/** Other people's events, each with a title in the window's language. */
export const useBusy = (
  input: InputOf<'busy.list'>,
  when?: boolean,
): Answer<readonly BusyView[]> => {
  const { value, failure } = useBusyList(input, when)
  const events = useMemo(() => value?.map(inWords), [value])
  return { value: events, failure }
}
