import { useState } from 'react'
import type { Client } from '../../domain/client.ts'
import { cx } from '../ui/classes.ts'
import { Button } from '../ui/button.tsx'
import styles from './clients.module.css'
import { MergeDialog } from './merge-dialog.tsx'
import { text } from './text.ts'
import { useDuplicate } from '../stores/duplicate.ts'

/** Says where another entry looks like the same person, and offers to make one of the two. */
export const TwinNote = ({ client }: { client: Client }) => {
  const twin = useDuplicate(client, client.id)
  const [merging, setMerging] = useState(false)
  return twin ? (
    <div className={cx(styles.duplicate, styles.apart)} role="status">
      {text.shared(twin.name)}
      <Button size="small" onPress={() => setMerging(true)}>
        {text.merge}
      </Button>
      {merging && <MergeDialog client={client} other={twin} onClose={() => setMerging(false)} />}
    </div>
  ) : null
}
