import type { ReactNode } from 'react'
import { FieldError } from 'react-aria-components/FieldError'
import { Input } from 'react-aria-components/Input'
import { Label } from 'react-aria-components/Label'
import { Text } from 'react-aria-components/Text'
import { TextArea } from 'react-aria-components/TextArea'
import { TextField as AriaTextField } from 'react-aria-components/TextField'
import styles from './field.module.css'
import { cx } from './classes.ts'

interface TextFieldProps {
  label: string
  value: string
  onChange: (value: string) => void
  /** Beside the label, at the right. */
  aside?: ReactNode
  hint?: string | undefined
  error?: string | undefined
  type?: 'text' | 'email' | 'tel' | 'url' | 'password' | 'search'
  placeholder?: string
  /** Digits only: a keyboard on the screen shows no letters. */
  numeric?: boolean
  lines?: number
  autoFocus?: boolean
  disabled?: boolean
  hideLabel?: boolean
  /** In the field, before what is typed: a currency, an icon. */
  lead?: ReactNode
}

/** A labelled line of text, or several when `lines` is given. */
export const TextField = (props: TextFieldProps) => {
  const { label, aside, hint, error, lines, hideLabel = false, type = 'text' } = props
  const shared = {
    className: cx(styles.input),
    placeholder: props.placeholder ?? '',
    ...(props.numeric ? { inputMode: 'numeric' as const } : {}),
  }
  return (
    <AriaTextField
      className={cx(styles.field)}
      value={props.value}
      onChange={props.onChange}
      type={type}
      isInvalid={error !== undefined}
      isDisabled={props.disabled ?? false}
      autoComplete="off"
      {...(props.autoFocus ? { autoFocus: true } : {})}
      {...(hideLabel ? { 'aria-label': label } : {})}
    >
      {!hideLabel && (
        <span className={styles.caption}>
          <Label>{label}</Label>
          {aside && <span className={styles.aside}>{aside}</span>}
        </span>
      )}
      {lines ? (
        <TextArea {...shared} rows={lines} />
      ) : props.lead ? (
        <div className={styles.box}>
          <span className={styles.lead}>{props.lead}</span>
          <Input className={cx(styles.bare)} placeholder={shared.placeholder} />
        </div>
      ) : (
        <Input {...shared} />
      )}
      {hint && !error && (
        <Text slot="description" className={cx(styles.hint)}>
          {hint}
        </Text>
      )}
      <FieldError className={cx(styles.error)}>{error}</FieldError>
    </AriaTextField>
  )
}
