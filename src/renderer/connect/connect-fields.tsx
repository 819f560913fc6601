import { Globe, KeyRound } from 'lucide-react'
import { AccountFields, ServerField } from '../ui/account-fields.tsx'
import { Chips } from '../ui/chips.tsx'
import { FailureNote } from '../ui/message.tsx'
import type { Connecting } from './connecting.ts'
import { text } from './text.ts'
import { Waiting } from './waiting.tsx'

/** Where the calendars are, and how to sign in there. */
export const ConnectFields = ({ connecting }: { connecting: Connecting }) => {
  const { way, setWay, entry, setEntry, failure, busy } = connecting
  if (busy && way === 'browser') return <Waiting onCancel={connecting.cancel} />
  return (
    <>
      <Chips
        label={text.way}
        value={way}
        onChange={(id) => setWay(id === 'password' ? 'password' : 'browser')}
        choices={[
          {
            id: 'browser',
            name: (
              <>
                <Globe size={14} strokeWidth={1.75} aria-hidden="true" /> {text.byBrowser}
              </>
            ),
          },
          {
            id: 'password',
            name: (
              <>
                <KeyRound size={14} strokeWidth={1.75} aria-hidden="true" /> {text.byPassword}
              </>
            ),
          },
        ]}
      />
      {way === 'browser' ? (
        <>
          <ServerField value={entry} onChange={setEntry} failure={failure} autoFocus />
          <p>{text.browserHint}</p>
        </>
      ) : (
        <AccountFields value={entry} onChange={setEntry} failure={failure} autoFocus />
      )}
      {failure && !isShownAtField(way, failure.field) && <FailureNote failure={failure} />}
    </>
  )
}

const isShownAtField = (way: Connecting['way'], field: string | undefined): boolean =>
  field === 'baseUrl' || (way === 'password' && field !== undefined)
