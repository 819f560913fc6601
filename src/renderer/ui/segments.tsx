import { ToggleButton } from 'react-aria-components/ToggleButton'
import { ToggleButtonGroup } from 'react-aria-components/ToggleButtonGroup'
import { cx } from './classes.ts'
import styles from './segments.module.css'

interface SegmentsProps {
  label: string
  choices: readonly { readonly id: string; readonly name: string }[]
  value: string
  onChange: (id: string) => void
}

/** One of two or three ways to look at the same thing. */
export const Segments = ({ label, choices, value, onChange }: SegmentsProps) => (
  <ToggleButtonGroup
    aria-label={label}
    className={cx(styles.segments)}
    selectionMode="single"
    disallowEmptySelection
    selectedKeys={[value]}
    onSelectionChange={(keys) => {
      for (const key of keys) onChange(String(key))
    }}
  >
    {choices.map(({ id, name }) => (
      <ToggleButton key={id} id={id} className={cx(styles.segment)}>
        {name}
      </ToggleButton>
    ))}
  </ToggleButtonGroup>
)
