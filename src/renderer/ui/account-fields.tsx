import type { Failure } from '../../domain/failure.ts'
import { words } from '../i18n/words.ts'
import { TextField } from './text-field.tsx'
import { say } from '../format/said.ts'
import { usePlace } from '../stores/place.ts'

const text = words.common

export interface AccountEntry {
  readonly baseUrl: string
  readonly username: string
  readonly password: string
}

export const noAccount: AccountEntry = { baseUrl: '', username: '', password: '' }

/** What a person types or pastes without a scheme is meant to be encrypted. */
export const withScheme = (address: string): string => {
  const trimmed = address.trim()
  return trimmed === '' || /^https?:\/\//i.test(trimmed) ? trimmed : `https://${trimmed}`
}

export const isComplete = ({ baseUrl, username, password }: AccountEntry): boolean =>
  baseUrl.trim() !== '' && username.trim() !== '' && password !== ''

interface AccountFieldsProps {
  value: AccountEntry
  onChange: (entry: AccountEntry) => void
  failure: Failure | null
  autoFocus?: boolean
}

/** The address of a calendar server. */
export const ServerField = (props: AccountFieldsProps & { hint?: string }) => {
  const { value, onChange, failure, hint, autoFocus } = props
  const place = usePlace()
  return (
    <TextField
      label={text.serverAddress}
      type="url"
      placeholder="https://cloud.example.org"
      hint={hint}
      value={value.baseUrl}
      onChange={(baseUrl) => onChange({ ...value, baseUrl })}
      error={failure?.field === 'baseUrl' ? say(failure, place) : undefined}
      {...(autoFocus ? { autoFocus } : {})}
    />
  )
}

/** The sign-in of a calendar server with an app password. */
export const AccountFields = (props: AccountFieldsProps) => {
  const { value, onChange, failure } = props
  const place = usePlace()
  const errorOf = (name: string): string | undefined =>
    failure?.field === name ? say(failure, place) : undefined
  return (
    <>
      <ServerField {...props} hint={text.serverHint} />
      <TextField
        label={text.userName}
        value={value.username}
        onChange={(username) => onChange({ ...value, username })}
        error={errorOf('username')}
      />
      <TextField
        label={text.appPassword}
        type="password"
        hint={text.appPasswordHint}
        value={value.password}
        onChange={(password) => onChange({ ...value, password })}
        error={errorOf('password')}
      />
    </>
  )
}
