import { Check, Minus, TriangleAlert, X } from 'lucide-react'
import type { TestReport, TestStep } from '../../domain/views.ts'
import { say, sayText } from '../format/said.ts'
import { usePlace } from '../stores/place.ts'
import { cx } from '../ui/classes.ts'
import styles from './connect.module.css'
import { text } from './text.ts'

const marks = { passed: Check, warning: TriangleAlert, failed: X, skipped: Minus }

const verdictOf = ({ passed, steps }: TestReport) =>
  !passed
    ? { outcome: 'failed' as const, words: text.testFailed, style: styles.bad }
    : steps.some(({ outcome }) => outcome === 'warning')
      ? { outcome: 'warning' as const, words: text.testWarned, style: styles.warned }
      : { outcome: 'passed' as const, words: text.allPassed, style: styles.ok }

/** What a connection test did, step by step; advice sits inside the step that failed. */
export const TestSteps = ({ report }: { report: TestReport }) => {
  const verdict = verdictOf(report)
  return (
    <div className={styles.steps}>
      <div className={styles.step} role="status">
        <Mark outcome={verdict.outcome} />
        <strong className={verdict.style}>{verdict.words}</strong>
      </div>
      <StepList steps={report.steps} />
    </div>
  )
}

export const StepList = ({ steps }: { steps: readonly TestStep[] }) => {
  const place = usePlace()
  return (
    <ol>
      {steps.map((step) => (
        <li key={step.id} className={styles.step}>
          <Mark outcome={step.outcome} />
          <strong>
            {text.testSteps[step.id]}{' '}
            <span className="visually-hidden">{text.outcomes[step.outcome]}</span>
          </strong>
          <time>
            {step.outcome === 'skipped' ? '' : `${(step.durationMs / 1000).toFixed(1)} s`}
          </time>
          <p>{say(step, place)}</p>
          {step.advice && (
            <div className={cx(styles.advice, styles[step.outcome])}>
              <strong>{text.whatToDo}</strong>
              {sayText(step.advice)}
            </div>
          )}
        </li>
      ))}
    </ol>
  )
}

const Mark = ({ outcome }: { outcome: TestStep['outcome'] }) => {
  const Sign = marks[outcome]
  return (
    <span className={cx(styles.mark, styles[outcome])}>
      <Sign size={13} strokeWidth={2.25} aria-hidden="true" />
    </span>
  )
}
