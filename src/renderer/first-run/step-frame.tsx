import { Store } from 'lucide-react'
import type { ReactNode } from 'react'
import { act } from '../stores/act.ts'
import { Button } from '../ui/button.tsx'
import styles from './first-run.module.css'
import { text } from './text.ts'

interface StepFrameProps {
  steps: ReactNode
  title: string
  body: string
  children: ReactNode
  hint: string
  buttons: ReactNode
}

/** The frame of each step; the sample studio is always in sight. */
export const StepFrame = ({ steps, title, body, children, hint, buttons }: StepFrameProps) => (
  <>
    <div className={styles.scroll}>
      {steps}
      <div className={styles.form}>
        <h2>{title}</h2>
        <p>{body}</p>
        {children}
      </div>
      <div className={styles.sample}>
        <Store size={20} strokeWidth={1.6} aria-hidden="true" />
        <p>
          <strong>{text.sampleTitle}</strong>
          {text.sampleBody}
        </p>
        <Button onPress={() => void act('studio.explore')}>{text.explore}</Button>
      </div>
    </div>
    <footer className={styles.foot}>
      <span>{hint}</span>
      {buttons}
    </footer>
  </>
)
