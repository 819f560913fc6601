import Database from 'better-sqlite3'
import type { RestoreChange, RestoreDifference, RestorePreview } from '../../domain/backup.ts'
import { translated } from './errors.ts'

const EXAMPLES = 50

/** Rows of one kind on both sides; what a person sees of each is compared as one text. */
interface Sides {
  readonly name: string
  readonly start: string
  readonly what: string
  /** Joined to the table `one`. */
  readonly from: string
}

const appointments: Sides = {
  name: 'person.name',
  start: 'one.start',
  what: `json_array(one.artist_id, one.client_id, one.description, one.start, one.end, one.status,
    one.deposit_cents, one.deposit_state, one.notes)`,
  from: 'appointments one join SIDE.clients person on person.id = one.client_id',
}

const clients: Sides = {
  name: 'one.name',
  start: 'null',
  what: 'json_array(one.name, one.email, one.phone, one.notes, one.allergies)',
  from: 'clients one where one.erased_at is null',
}

const artists: Sides = {
  name: 'one.name',
  start: 'null',
  what: `json_array(one.name, one.ink, one.active, one.hours, one.session_minutes,
    one.buffer_before, one.buffer_after, one.presets)`,
  from: 'artists one',
}

/**
 * What would change if `restored` took the place of `current`, two databases of the same version.
 * Neither is written to. Throws StoreError.
 */
export const compareDatabases = (
  current: string,
  restored: string,
  nativeBinding: string | undefined,
): Omit<RestorePreview, 'backup'> =>
  translated(() => {
    const client = new Database(current, { readonly: true, fileMustExist: true, nativeBinding })
    try {
      client.prepare('attach ? as backup').run(restored)
      const erasedSince = client
        .prepare<[], number>(
          `select count(*) from main.clients now join backup.clients was using (id)
           where now.erased_at is not null and was.erased_at is null`,
        )
        .pluck()
        .get()
      return {
        appointments: difference(client, appointments),
        clients: difference(client, clients),
        artists: difference(client, artists),
        erasedSince: erasedSince ?? 0,
      }
    } finally {
      client.close()
    }
  })

const difference = (
  client: Database.Database,
  { name, start, what, from }: Sides,
): RestoreDifference => {
  const side = (schema: string): string =>
    `select one.id, ${name} as name, ${start} as start, ${what} as what
     from ${schema}.${from.replace('SIDE', schema)}`
  const differing = `
    with here as (${side('main')}), there as (${side('backup')})
    select case when here.id is null then 'back' when there.id is null then 'lost' else 'changed' end
        as change,
      coalesce(there.id, here.id) as id, coalesce(there.name, here.name) as name, coalesce(there.start, here.start) as start
    from here full join there on there.id = here.id
    where here.what is not there.what`
  const numbers = new Map(
    client
      .prepare<[], { change: string; number: number }>(
        `select change, count(*) as number from (${differing}) group by change`,
      )
      .all()
      .map(({ change, number }) => [change, number]),
  )
  const examples = client
    .prepare<[number], RestoreChange>(
      `select id, change, name, start from (${differing}) order by start, name limit ?`,
    )
    .all(EXAMPLES)
  return {
    back: numbers.get('back') ?? 0,
    lost: numbers.get('lost') ?? 0,
    changed: numbers.get('changed') ?? 0,
    examples,
  }
}
