import { useState } from 'react'
import type { UpdateOffer, UpdateStage } from '../../domain/update.ts'
import { formatBytes } from '../format/bytes.ts'
import { formatMoment } from '../format/time.ts'
import { words } from '../i18n/words.ts'
import { act } from '../stores/act.ts'
import { usePlace } from '../stores/place.ts'
import { Button } from '../ui/button.tsx'
import { Confirm } from '../ui/dialog.tsx'
import styles from './settings.module.css'
import own from './updates.module.css'

const text = words.updates

type Offered = Extract<UpdateStage, { readonly offer: UpdateOffer }>

/** A newer version: what is new in it, and the next step towards it. */
export const OfferCard = ({ stage }: { stage: Offered }) => {
  const place = usePlace()
  const { version, released, notes, size } = stage.offer
  const title = stage.kind === 'ready' ? text.ready(version) : text.offered(version)
  return (
    <section className={styles.card} aria-label={title}>
      <h3>{title}</h3>
      <p>{text.released(formatMoment(released, place), formatBytes(size, place.locale))}</p>
      <NextStep stage={stage} />
      {notes.length > 0 && (
        <>
          <h4 className={own.heading}>{text.whatIsNew}</h4>
          {/* A long list is scrolled by keyboard too. */}
          <ul className={own.notes} tabIndex={0} data-selectable aria-label={text.whatIsNew}>
            {notes.map((note) => (
              <li key={note} lang="en">
                {note}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

const NextStep = ({ stage }: { stage: Offered }) => {
  const { byHand } = stage.offer
  if (stage.kind === 'downloading') return <Downloading stage={stage} />
  if (stage.kind === 'ready') return <Install version={stage.offer.version} />
  if (byHand !== null)
    return (
      <p className={own.small}>
        {text.byHand}
        <br />
        <a className={own.link} href={byHand} target="_blank" rel="noreferrer" data-selectable>
          {byHand}
        </a>
      </p>
    )
  return (
    <div className={styles.buttons}>
      <Button look="ink" onPress={() => void act('updates.download')}>
        {text.download}
      </Button>
    </div>
  )
}

const Downloading = ({ stage }: { stage: Extract<Offered, { kind: 'downloading' }> }) => {
  const { locale } = usePlace()
  const { received, offer } = stage
  const share = Math.round((received / offer.size) * 100)
  return (
    <>
      <div
        className={own.progress}
        role="progressbar"
        aria-label={text.progress}
        aria-valuenow={share}
        aria-valuemin={0}
        aria-valuemax={100}
      >
        <div style={{ width: `${share}%` }} />
      </div>
      <p className={own.small}>
        {text.downloading(formatBytes(received, locale), formatBytes(offer.size, locale))}
      </p>
      <div className={styles.buttons}>
        <Button onPress={() => void act('updates.cancel')}>{text.stop}</Button>
      </div>
    </>
  )
}

const Install = ({ version }: { version: string }) => {
  const [asking, setAsking] = useState(false)
  const install = (): void => {
    setAsking(false)
    void act('updates.install')
  }
  return (
    <div className={styles.buttons}>
      <Button look="ink" onPress={() => setAsking(true)}>
        {text.install}
      </Button>
      {asking && (
        <Confirm
          title={text.installTitle(version)}
          confirm={text.installConfirm}
          onConfirm={install}
          onClose={() => setAsking(false)}
        >
          <p>{text.installBody}</p>
        </Confirm>
      )}
    </div>
  )
}
