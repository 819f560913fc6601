import { Check, Minus, TriangleAlert, X } from 'lucide-react'
import type { TestReport, TestStep } from '../../domain/views.ts'
import { cx } from '../ui/classes.ts'
import { usePlace } from '../stores/place.ts'
import styles from './settings.module.css'
import { text } from './text.ts'
import { say, sayText } from '../format/said.ts'

const marks = { passed: Check, warning: TriangleAlert, failed: X, skipped: Minus }

/** What a connection test did, step by step; advice sits inside the step that failed. */
export const TestSteps = ({ report }: { report: TestReport }) => {
  const place = usePlace()
  return (
    <div className={styles.steps}>
      <div className={styles.step} role="status">
        <Mark outcome={report.passed ? 'passed' : 'failed'} />
        <strong className={report.passed ? styles.ok : styles.bad}>
          {report.passed ? text.allPassed : text.testFailed}
        </strong>
      </div>
      <ol>
        {report.steps.map((step) => (
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
    </div>
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
