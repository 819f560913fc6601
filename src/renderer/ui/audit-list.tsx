import type { AuditEntry } from '../../domain/views.ts'
import { actionName, actorName } from '../format/audit.ts'
import { changedFields } from '../format/changed-fields.ts'
import { formatMoment } from '../format/time.ts'
import { words } from '../i18n/words.ts'
import { useMoney } from '../stores/money.ts'
import { usePlace } from '../stores/place.ts'
import { useArtists } from '../stores/studio.ts'
import styles from './audit-list.module.css'

/** What happened to a booking: who, what, when, before and after; oldest first. */
export const AuditList = ({ entries }: { entries: readonly AuditEntry[] }) => {
  const place = usePlace()
  const money = useMoney()
  const artists = useArtists()
  const artist = (id: string): string => artists.find((one) => one.id === id)?.name ?? ''
  return (
    <ol className={styles.list}>
      {entries.map((entry) => (
        <li key={entry.id}>
          <div className={styles.head}>
            <strong>
              {actionName(entry.action)} {actorName(entry.actor)}
            </strong>
            <time>{formatMoment(entry.at, place)}</time>
          </div>
          <dl>
            {changedFields(entry, { place, money, artist }).map(({ name, before, after }) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd dir="auto">
                  {before && (
                    <>
                      <del>{before}</del> <span aria-hidden="true">→</span>{' '}
                    </>
                  )}
                  <ins>{after || words.common.nothing}</ins>
                </dd>
              </div>
            ))}
          </dl>
        </li>
      ))}
    </ol>
  )
}
