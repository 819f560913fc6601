import { fail, type Failure } from '../../domain/failure.ts'
import { sentence } from '../../domain/sentence.ts'

/** Everything that can be wrong with an update; in each case nothing is installed. */
export const unsigned: Failure = fail(
  'update-refused',
  'The update is not signed by the makers of Linework. Nothing was installed.',
  { remedy: 'Tell whoever gave you Linework, and go on with this version.' },
).error

export const unreadable: Failure = fail(
  'update-refused',
  'The description of the update cannot be read. Nothing was installed.',
  { remedy: 'Look again later; if it stays, tell whoever gave you Linework.' },
).error

export const foreign: Failure = fail(
  'update-refused',
  'The update is for another kind of computer. Nothing was installed.',
  { remedy: 'Look again later; if it stays, tell whoever gave you Linework.' },
).error

export const older = (version: string): Failure =>
  fail(
    'update-refused',
    sentence`Version ${{ version }} is offered, which is older than this one. Nothing was installed.`,
    { remedy: 'Look again later; if it stays, tell whoever gave you Linework.' },
  ).error

export const notAsSigned: Failure = fail(
  'update-refused',
  'The download is not what the makers of Linework signed. Nothing was installed.',
  { remedy: 'Tell whoever gave you Linework, and go on with this version.' },
).error

export const sentOn = (host: string): Failure =>
  fail('redirect', sentence`${{ host }} sends the update on to another address.`, {
    remedy: 'Look again later; if it stays, tell whoever gave you Linework.',
  }).error

export const unreachable = (host: string): Failure =>
  fail('unreachable', sentence`${{ host }} cannot be reached for updates.`, {
    remedy: 'Check the internet connection. Linework looks again by itself.',
  }).error

export const notGiven = (host: string, status: number): Failure =>
  fail(
    'server-error',
    sentence`${{ host }} does not give the update (${{ status: String(status) }}).`,
    {
      remedy: 'Look again later; if it stays, tell whoever gave you Linework.',
    },
  ).error

export const cutOff: Failure = fail(
  'truncated',
  'The download was cut off. Nothing was installed.',
  { remedy: 'Check the internet connection and download it again.' },
).error

export const stopped: Failure = fail('cancelled', 'The download was stopped.').error

export const fullDisk: Failure = fail('disk-full', 'There is no room for the update.', {
  remedy: 'Free some space on the disk and download it again.',
}).error

export const notSaved: Failure = fail(
  'folder-read-only',
  'The update cannot be saved on this computer.',
  { remedy: 'Set the permissions of Linework’s data folder and download it again.' },
).error

export const notReplaced: Failure = fail(
  'folder-read-only',
  'Linework may not replace its own file.',
  {
    remedy:
      'Move the AppImage to a folder of your own and start it there, then install the update.',
  },
).error

export const whileBooking: Failure = fail('not-allowed', 'A booking is being written.', {
  remedy: 'Save or discard it, then install the update.',
}).error

export const nothingReady: Failure = fail('stale', 'There is no update to install any more.', {
  remedy: 'Look for updates again.',
}).error
