import { ToggleButton } from 'react-aria-components/ToggleButton'
import { ToggleButtonGroup } from 'react-aria-components/ToggleButtonGroup'
import type { ReactNode } from 'react'
import { cx } from './classes.ts'
import styles from './field.module.css'

interface ChipsProps {
  label: string
  choices: readonly { readonly id: string; readonly name: ReactNode }[]
  value: string | null
  onChange: (id: string) => void
}

/** One of a handful, all in sight. */
export const Chips = ({ label, choices, value, onChange }: ChipsProps) => (
  <ToggleButtonGroup
    aria-label={label}
    className={cx(styles.chips)}
    selectionMode="single"
    disallowEmptySelection
    selectedKeys={value === null ? [] : [value]}
    onSelectionChange={(keys) => {
      for (const key of keys) onChange(String(key))
    }}
  >
    {choices.map(({ id, name }) => (
      <ToggleButton key={id} id={id} className={cx(styles.chip)}>
        {name}
      </ToggleButton>
    ))}
  </ToggleButtonGroup>
)
