import { useState } from 'react'
import type { DraftClient } from '../stores/draft.ts'
import { changeDraft } from '../stores/drawer.ts'
import { useDuplicate } from '../stores/duplicate.ts'
import { Button } from '../ui/button.tsx'
import { TextField } from '../ui/text-field.tsx'
import styles from './booking.module.css'
import { text } from './text.ts'

type New = Extract<DraftClient, { kind: 'new' }>

/** A client made together with the booking; somebody with the same email or phone is offered instead. */
export const NewClient = ({ client }: { client: New }) => {
  const duplicate = useDuplicate(client, null)
  // What is still to be asked for comes first.
  const [named] = useState(client.name !== '')
  const change = (changes: Partial<New>): void => changeDraft({ client: { ...client, ...changes } })
  return (
    <div className={styles.group}>
      <div className={styles.caption}>
        {text.client}
        <button type="button" className={styles.add} onClick={() => changeDraft({ client: null })}>
          {text.clearClient}
        </button>
      </div>
      <div className={styles.newClient}>
        <TextField
          label={text.name}
          value={client.name}
          onChange={(name) => change({ name })}
          autoFocus={!named}
        />
        <TextField
          label={text.phone}
          type="tel"
          value={client.phone}
          onChange={(phone) => change({ phone })}
          autoFocus={named}
        />
        <TextField
          label={text.email}
          type="email"
          value={client.email}
          onChange={(email) => change({ email })}
        />
        {duplicate && (
          <div className={styles.duplicate} role="status">
            {text.known(duplicate.name)}
            <Button
              size="small"
              onPress={() => changeDraft({ client: { kind: 'known', client: duplicate } })}
            >
              {text.takeKnown(duplicate.name)}
            </Button>
          </div>
        )}
      </div>
    </div>
  )
}
