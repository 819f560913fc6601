import { Lock, TriangleAlert } from 'lucide-react'
import type { Client } from '../../domain/client.ts'
import { Button } from '../ui/button.tsx'
import { cx } from '../ui/classes.ts'
import { PersonalData } from './personal-data.tsx'
import styles from './page.module.css'
import { text } from './text.ts'

/** What to know before the needle: allergies first, then notes. */
export const ClientNotes = ({ client, onEdit }: { client: Client; onEdit: () => void }) => (
  <aside className={styles.aside}>
    <section
      className={cx(styles.allergies, client.allergies !== '' && styles.some)}
      aria-label={text.allergies}
    >
      <h3>
        {client.allergies && <TriangleAlert size={16} strokeWidth={1.75} aria-hidden="true" />}
        {text.allergies}
      </h3>
      <p data-selectable>{client.allergies || text.noAllergies}</p>
      <small>
        <Lock size={14} strokeWidth={1.75} aria-hidden="true" />
        {text.stays}
      </small>
    </section>
    <section aria-label={text.notes}>
      <h3>{text.notes}</h3>
      {client.notes ? (
        <p className={styles.notes} data-selectable>
          {client.notes}
        </p>
      ) : (
        <p className={styles.notes}>
          {text.noNotes}{' '}
          <Button size="small" look="quiet" onPress={onEdit}>
            {text.addNotes}
          </Button>
        </p>
      )}
    </section>
    <PersonalData client={client} />
  </aside>
)
