import { fail, failed, ok, type Result } from '../domain/failure.ts'
import type { StudioState } from '../domain/views.ts'
import type { Recovery } from './backup/recovery.ts'
import type { Handlers } from './ipc/handlers.ts'
import type { Studio } from './studios.ts'

export interface RestoringParts {
  readonly recovery: () => Promise<Recovery>
  /** The studio as it was opened last; null while none is. */
  readonly current: () => Result<Studio> | null
  readonly close: () => Promise<void>
  /** Opens the studio whose data is in place now, and tells the window. */
  readonly reopen: () => Promise<Result<StudioState>>
  /** One change of the studio at a time. */
  readonly queue: <T>(change: () => Promise<T>) => Promise<T>
  readonly quit: () => void
}

type Restoring = Pick<
  Handlers,
  | 'backups.restore'
  | 'recovery.offer'
  | 'recovery.restore'
  | 'recovery.startEmpty'
  | 'recovery.retry'
  | 'recovery.quit'
>

const notNow = (): Result<never> =>
  fail('not-allowed', 'Linework’s data is whole: there is nothing to recover.', {
    remedy: 'To go back to a backup, open Settings › Backups.',
  })

/** The questions that change the database under the studio: the studio closes and opens around them. */
export const createRestoring = (parts: RestoringParts): Restoring => {
  const { recovery, current, close, reopen, queue, quit } = parts

  /** What `recover` does is done while the database cannot be opened, and only then. */
  const whileBroken = (recover: () => Promise<Result<unknown>>): Promise<Result<StudioState>> =>
    queue(async () => {
      if (current()?.ok !== false) return notNow()
      const done = await recover()
      return done.ok ? reopen() : failed(done.error)
    })

  return {
    'backups.restore': ({ file }) =>
      queue(async () => {
        const studio = current()
        if (!studio?.ok) return studio ? failed(studio.error) : notNow()
        const prepared = await studio.value.prepareRestore(file)
        if (!prepared.ok) return failed(prepared.error)
        await close()
        const { putInPlace } = await recovery()
        const placed = putInPlace()
        const opened = await reopen()
        return placed.ok ? opened : failed(placed.error)
      }),

    'recovery.offer': async () => {
      const studio = current()
      return studio && !studio.ok ? ok(await (await recovery()).offer(studio.error)) : notNow()
    },

    'recovery.restore': ({ file }) =>
      whileBroken(async () => {
        const { prepareNamed, setAside, putInPlace } = await recovery()
        const prepared = await prepareNamed(file)
        if (!prepared.ok) return prepared
        const aside = setAside()
        return aside.ok ? putInPlace() : aside
      }),

    'recovery.startEmpty': () =>
      whileBroken(async () => {
        const { offer, setAside, beginAnew } = await recovery()
        const studio = current()
        const allowed = studio?.ok === false && (await offer(studio.error)).mayStartEmpty
        if (!allowed) return notNow()
        const aside = setAside()
        return aside.ok ? beginAnew() : aside
      }),

    'recovery.retry': () => whileBroken(async () => ok(null)),

    'recovery.quit': () => {
      quit()
      return ok(null)
    },
  }
}
