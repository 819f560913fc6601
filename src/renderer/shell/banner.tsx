import { FlaskConical, KeyRound, Store, TriangleAlert, type LucideIcon } from 'lucide-react'
import type { StudioState } from '../../domain/views.ts'
import { say } from '../format/said.ts'
import { words } from '../i18n/words.ts'
import { act } from '../stores/act.ts'
import { refreshAnswers, useOutdated } from '../stores/answers.ts'
import { usePlace } from '../stores/place.ts'
import { useAccounts, useAlerts } from '../stores/reads.ts'
import { showSettings } from '../stores/view.ts'
import { cx } from '../ui/classes.ts'
import styles from './shell.module.css'
import { text } from './text.ts'

/** What is out of the ordinary about this studio or this computer, in one slim line each. */
export const Banner = ({ studio }: { studio: StudioState }) => (
  <>
    {studio.mode === 'sample' && (
      <div className={styles.banner}>
        <Store size={14} strokeWidth={1.75} aria-hidden="true" />
        <strong>{text.sample}</strong>
        <span className={styles.bannerHint}>{text.sampleHint}</span>
        {studio.standIn && <StandIn />}
        <button type="button" onClick={() => void act('studio.leaveSample')}>
          {text.leaveSample}
        </button>
      </div>
    )}
    <Outdated />
    <PasswordsNeeded />
    <AlertsNeedPassword />
    {studio.standIn && studio.mode !== 'sample' && (
      <div className={styles.banner}>
        <StandIn />
      </div>
    )}
  </>
)

const StandIn = () => (
  <>
    <FlaskConical size={14} strokeWidth={1.75} aria-hidden="true" />
    <span className={styles.bannerHint}>{text.standIn}</span>
  </>
)

/** What is on the screen stays there when it cannot be read again; nobody should take it for the newest. */
const Outdated = () => {
  const failure = useOutdated()
  const place = usePlace()
  return failure ? (
    <Needed
      icon={TriangleAlert}
      what={text.outdated}
      hint={say(failure, place)}
      way={words.common.tryAgain}
      onWay={() => refreshAnswers('all')}
    />
  ) : null
}

/** Where no keyring keeps a password, it is asked for once after each start. */
const PasswordsNeeded = () => {
  const accounts = useAccounts().value?.filter(
    ({ password, frozen }) => password === 'missing' || frozen,
  )
  if (!accounts || accounts.length === 0) return null
  const names = accounts.map(({ label, username }) => label || username).join(', ')
  return (
    <Needed
      what={text.passwordNeeded(names)}
      hint={text.passwordHint}
      way={text.signIn}
      onWay={() => showSettings('accounts')}
    />
  )
}

/** Nobody would miss a mail that is never sent. */
const AlertsNeedPassword = () => {
  const { value } = useAlerts()
  if (!value) return null
  const { mail, webhook } = value
  const mute =
    (mail.enabled && mail.username !== '' && mail.password === 'missing') ||
    (webhook.enabled && webhook.host === null)
  return mute ? (
    <Needed
      what={text.alertsMute}
      hint={text.alertsMuteHint}
      way={text.enter}
      onWay={() => showSettings('notifications')}
    />
  ) : null
}

interface NeededProps {
  icon?: LucideIcon
  what: string
  hint: string
  way: string
  onWay: () => void
}

const Needed = ({ icon: Icon = KeyRound, what, hint, way, onWay }: NeededProps) => (
  <div className={cx(styles.banner, styles.look)} role="status">
    <Icon size={14} strokeWidth={1.75} aria-hidden="true" />
    <strong>{what}</strong>
    <span className={styles.bannerHint}>{hint}</span>
    <button type="button" onClick={onWay}>
      {way}
    </button>
  </div>
)
