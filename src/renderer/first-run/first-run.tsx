import { useState } from 'react'
import { ask } from '../bridge.ts'
import { useAccounts } from '../stores/reads.ts'
import { useSettings } from '../stores/studio.ts'
import { cx } from '../ui/classes.ts'
import { Logo } from '../ui/logo.tsx'
import { AccountStep } from './account-step.tsx'
import styles from './first-run.module.css'
import { MatchStep } from './match-step.tsx'
import { PinStep } from './pin-step.tsx'
import { StudioStep } from './studio-step.tsx'
import { text } from './text.ts'
import { Waves } from './waves.tsx'

/** The first minutes: look around in a sample studio, or connect the studio's own Nextcloud. */
export const FirstRun = () => {
  const [step, setStep] = useState(0)
  const [accountId, setAccountId] = useState<string | null>(null)
  const settings = useSettings()
  const accounts = useAccounts().value
  // An account that the environment has made needs no second sign-in.
  const given = accounts?.find(({ password }) => password !== 'missing' && accountId === null)
  const [isGiven, setIsGiven] = useState(false)
  const leavePin = (): void => {
    setIsGiven(given !== undefined)
    setAccountId(given?.id ?? null)
    setStep(given ? 3 : 2)
  }
  // Signing in again makes the account again; the one that was given up is not kept.
  const leaveAccount = (): void => {
    if (accountId && !isGiven) void ask('accounts.remove', { id: accountId })
    setAccountId(null)
    setStep(isGiven ? 1 : 2)
  }
  return (
    <div className={styles.window}>
      <aside className={styles.panel}>
        <div className={styles.brand}>
          <Logo size={30} />
          {text.product}
        </div>
        <h1>{text.promise}</h1>
        <p>{text.promiseBody}</p>
        <Waves />
      </aside>
      <main className={styles.side}>
        {step === 0 && settings && (
          <StudioStep settings={settings} onDone={() => setStep(1)}>
            <Steps current={0} />
          </StudioStep>
        )}
        {step === 1 && (
          <PinStep onBack={() => setStep(0)} onDone={leavePin}>
            <Steps current={1} />
          </PinStep>
        )}
        {step === 2 && (
          <AccountStep
            onBack={() => setStep(1)}
            onDone={(id) => {
              setAccountId(id)
              setStep(3)
            }}
          >
            <Steps current={2} />
          </AccountStep>
        )}
        {step === 3 && accountId && (
          <MatchStep accountId={accountId} onBack={leaveAccount}>
            <Steps current={3} />
          </MatchStep>
        )}
      </main>
    </div>
  )
}

const Steps = ({ current }: { current: number }) => (
  <ol className={styles.steps}>
    {text.steps.map((name, at) => (
      <li
        key={name}
        className={cx(styles.step, at <= current && styles.reached)}
        aria-current={at === current ? 'step' : undefined}
      >
        <span className={styles.number}>{at + 1}</span>
        {name}
      </li>
    ))}
  </ol>
)
