import { Check, CircleArrowDown, Info } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import type { UpdateView } from '../../domain/update.ts'
import { formatMoment } from '../format/time.ts'
import { words } from '../i18n/words.ts'
import { act } from '../stores/act.ts'
import { usePlace } from '../stores/place.ts'
import { useUpdates } from '../stores/reads.ts'
import { useSettings } from '../stores/studio.ts'
import { Button } from '../ui/button.tsx'
import { Switch } from '../ui/check-field.tsx'
import { FailureNote } from '../ui/message.tsx'
import styles from './settings.module.css'
import { OfferCard } from './update-offer.tsx'
import own from './updates.module.css'

const text = words.updates

/** Which version runs, whether there is a newer one, and everything that may be done about it. */
export const UpdatesSection = () => {
  const { value, failure } = useUpdates()
  const [looking, setLooking] = useState(false)
  const kind = value?.stage.kind
  const mayLook = kind === 'idle' || kind === 'offered'
  const look = async (): Promise<void> => {
    setLooking(true)
    await act('updates.look')
    setLooking(false)
  }
  const isBusy = looking || kind === 'looking'
  return (
    <div className={styles.page}>
      <div className={styles.head}>
        <div>
          <h2>{text.title}</h2>
          <p>{text.hint}</p>
        </div>
        {(mayLook || isBusy) && (
          <Button isDisabled={isBusy} onPress={() => void look()}>
            {isBusy ? text.looking : text.lookNow}
          </Button>
        )}
      </div>
      <div className={styles.form}>
        {failure && <FailureNote failure={failure} />}
        {value && <Version view={value} />}
        {value?.failure && <FailureNote failure={value.failure} tone="warn" />}
        {value && 'offer' in value.stage && <OfferCard stage={value.stage} />}
        {value && kind !== 'not-set-up' && kind !== 'sample' && <Daily />}
      </div>
    </div>
  )
}

const Version = ({ view }: { view: UpdateView }) => {
  const place = usePlace()
  const { installed, lookedAt, stage } = view
  const isNewest = stage.kind === 'idle' && lookedAt !== null
  return (
    <section className={styles.card} aria-label={text.version(installed)}>
      <h3 className={styles.outcome}>
        <Sign kind={stage.kind} isNewest={isNewest} />
        {isNewest ? text.newest(installed) : text.version(installed)}
      </h3>
      {stage.kind === 'not-set-up' && (
        <Lines>
          {text.notSetUp} {text.notSetUpBody}
        </Lines>
      )}
      {stage.kind === 'sample' && <Lines>{text.sample}</Lines>}
      {stage.kind !== 'not-set-up' && stage.kind !== 'sample' && (
        <Lines>
          {lookedAt === null ? text.notLooked : text.lookedAt(formatMoment(lookedAt, place))}
        </Lines>
      )}
    </section>
  )
}

const Sign = ({ kind, isNewest }: { kind: UpdateView['stage']['kind']; isNewest: boolean }) => {
  if (isNewest) return <Check className={styles.ok} size={16} strokeWidth={2} aria-hidden="true" />
  const hasOffer = kind === 'offered' || kind === 'downloading' || kind === 'ready'
  const Icon = hasOffer ? CircleArrowDown : Info
  return <Icon size={16} strokeWidth={1.75} aria-hidden="true" />
}

const Lines = ({ children }: { children: ReactNode }) => <p className={own.small}>{children}</p>

const Daily = () => {
  const settings = useSettings()
  return (
    <div>
      <Switch
        value={settings?.lookForUpdates ?? false}
        onChange={(lookForUpdates) => void act('settings.update', { lookForUpdates })}
      >
        {text.daily}
      </Switch>
      <p className={styles.note}>{text.dailyHint}</p>
    </div>
  )
}
