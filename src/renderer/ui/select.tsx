import { Check, ChevronDown } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components/Button'
import { Label } from 'react-aria-components/Label'
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox'
import { Select as AriaSelect, SelectValue } from 'react-aria-components/Select'
import { words } from '../i18n/words.ts'
import { cx } from './classes.ts'
import field from './field.module.css'
import floating from './floating.module.css'
import { Floating } from './floating.tsx'
import styles from './select.module.css'

export interface Choice {
  readonly id: string
  readonly name: string
  /** What is shown before the name: a monogram, an icon. */
  readonly mark?: ReactNode
  /** Shown after the name, quieter. */
  readonly detail?: string
}

interface SelectProps {
  label: string
  choices: readonly Choice[]
  value: string | null
  onChange: (id: string) => void
  hideLabel?: boolean
  aside?: ReactNode
  placeholder?: string
  disabled?: boolean
}

/** One of a few choices. */
export const Select = (props: SelectProps) => (
  <AriaSelect
    className={cx(field.field)}
    value={props.value}
    onChange={(id) => id !== null && props.onChange(String(id))}
    placeholder={props.placeholder ?? words.common.choose}
    isDisabled={props.disabled ?? false}
    {...(props.hideLabel ? { 'aria-label': props.label } : {})}
  >
    {!props.hideLabel && (
      <span className={field.caption}>
        <Label>{props.label}</Label>
        {props.aside && <span className={field.aside}>{props.aside}</span>}
      </span>
    )}
    <Button className={cx(field.box, styles.trigger)}>
      <SelectValue className={cx(styles.value)} />
      <ChevronDown size={16} aria-hidden="true" />
    </Button>
    <Floating flush>
      <ListBox items={props.choices} className={cx(floating.list)}>
        {(choice) => (
          <ListBoxItem id={choice.id} textValue={choice.name} className={cx(floating.item)}>
            <span className={styles.choice}>
              {choice.mark}
              <span className={styles.name}>{choice.name}</span>
              {choice.detail && <span className={styles.detail}>{choice.detail}</span>}
            </span>
            <Check className={floating.tick} size={15} aria-hidden="true" />
          </ListBoxItem>
        )}
      </ListBox>
    </Floating>
  </AriaSelect>
)
