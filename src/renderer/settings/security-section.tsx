import { ShieldAlert, ShieldCheck } from 'lucide-react'
import { useState } from 'react'
import { words } from '../i18n/words.ts'
import { act } from '../stores/act.ts'
import { usePinState } from '../stores/reads.ts'
import { useSettings } from '../stores/studio.ts'
import { Button } from '../ui/button.tsx'
import { Select } from '../ui/select.tsx'
import { ChangePinDialog, RemovePinDialog } from './pin-dialogs.tsx'
import styles from './settings.module.css'
import { text } from './text.ts'

const pin = words.pin

const waits = [1, 2, 5, 10, 15, 30, 60]

/** The PIN: whether there is one, how it is changed, and when it is asked for again. */
export const SecuritySection = () => {
  const isSet = usePinState().value?.isSet
  const settings = useSettings()
  const [open, setOpen] = useState<'change' | 'remove' | null>(null)
  const close = (): void => setOpen(null)
  return (
    <div className={styles.page}>
      <div className={styles.head}>
        <div>
          <h2>{pin.title}</h2>
          <p>{pin.body}</p>
        </div>
      </div>
      <div className={styles.form}>
        {isSet !== undefined && (
          <section className={styles.card} aria-label={isSet ? pin.isSet : pin.notSet}>
            <h3 className={styles.outcome}>
              {isSet ? (
                <ShieldCheck
                  className={styles.ok}
                  size={16}
                  strokeWidth={1.75}
                  aria-hidden="true"
                />
              ) : (
                <ShieldAlert
                  className={styles.warned}
                  size={16}
                  strokeWidth={1.75}
                  aria-hidden="true"
                />
              )}
              {isSet ? pin.isSet : pin.notSet}
            </h3>
            <p>{isSet ? pin.isSetBody : pin.notSetBody}</p>
            <div className={styles.buttons}>
              <Button look={isSet ? 'plain' : 'ink'} onPress={() => setOpen('change')}>
                {isSet ? pin.change : pin.set}
              </Button>
              {isSet && (
                <Button look="danger" onPress={() => setOpen('remove')}>
                  {pin.remove}
                </Button>
              )}
            </div>
          </section>
        )}
        {isSet && settings && (
          <Select
            label={pin.lockAfter}
            aside={pin.lockAfterHint}
            value={String(settings.lockMinutes)}
            onChange={(id) => void act('settings.update', { lockMinutes: Number(id) }, text.saved)}
            choices={waits.map((minutes) => ({
              id: String(minutes),
              name: text.minutes(minutes),
            }))}
          />
        )}
        <p className={styles.note}>{pin.limits}</p>
      </div>
      {open === 'change' && <ChangePinDialog isSet={isSet === true} onClose={close} />}
      {open === 'remove' && <RemovePinDialog onClose={close} />}
    </div>
  )
}
