import { Check, Copy, Minus, TriangleAlert, X } from 'lucide-react'
import type { ReactNode } from 'react'
import type { TestReport, TestStep } from '../../domain/views.ts'
import { say, sayText } from '../format/said.ts'
import type { Place } from '../format/time.ts'
import { act } from '../stores/act.ts'
import { usePlace } from '../stores/place.ts'
import { Button } from '../ui/button.tsx'
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

interface TestStepsProps {
  report: TestReport
  /** What was tested, for whoever reads the copy. */
  calendar: string
  /** Below the advice of the step that failed. */
  wayOut: ReactNode
}

/** What a connection test did, step by step; advice sits inside the step that failed. */
export const TestSteps = ({ report, calendar, wayOut }: TestStepsProps) => {
  const place = usePlace()
  const verdict = verdictOf(report)
  const copy = () =>
    act('clipboard.write', { text: reportText(report, calendar, place) }, text.reportCopied)
  return (
    <div className={styles.steps}>
      <div className={styles.step} role="status">
        <Mark outcome={verdict.outcome} />
        <strong className={verdict.style}>{verdict.words}</strong>
      </div>
      <StepList steps={report.steps} wayOut={wayOut} />
      <Button size="small" onPress={() => void copy()}>
        <Copy size={14} strokeWidth={1.75} aria-hidden="true" />
        {text.copyReport}
      </Button>
    </div>
  )
}

/** The same as lines to paste into a message. */
const reportText = (report: TestReport, calendar: string, place: Place): string =>
  [
    `${calendar}: ${verdictOf(report).words}`,
    ...report.steps.flatMap((step) => [
      `${text.testSteps[step.id]} (${text.outcomes[step.outcome]}): ${say(step, place)}`,
      ...(step.advice ? [`  ${text.whatToDo}: ${sayText(step.advice)}`] : []),
    ]),
  ].join('\n')

interface StepListProps {
  steps: readonly TestStep[]
  wayOut?: ReactNode
}

export const StepList = ({ steps, wayOut }: StepListProps) => {
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
              {step.outcome === 'failed' && wayOut}
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
