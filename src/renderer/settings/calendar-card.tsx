import { Pencil, Plug, Trash2 } from 'lucide-react'
import { useState } from 'react'
import type { Failure } from '../../domain/failure.ts'
import type { AccountView, CalendarView, TestReport } from '../../domain/views.ts'
import { ask } from '../bridge.ts'
import { TestSteps } from '../connect/test-steps.tsx'
import { words } from '../i18n/words.ts'
import { act } from '../stores/act.ts'
import { Button } from '../ui/button.tsx'
import { Confirm } from '../ui/dialog.tsx'
import { FailureNote, Spinner } from '../ui/message.tsx'
import { Tag } from '../ui/tag.tsx'
import { CalendarDialog } from './calendar-dialog.tsx'
import styles from './settings.module.css'
import { text } from './text.ts'

interface CalendarCardProps {
  calendar: CalendarView
  accounts: readonly AccountView[]
}

/** A calendar of an artist: what it is for, how it does, and its test. */
export const CalendarCard = ({ calendar, accounts }: CalendarCardProps) => {
  const [open, setOpen] = useState<'edit' | 'other' | 'remove' | null>(null)
  const testing = useTest(calendar.id)
  const close = (): void => setOpen(null)
  const name = calendar.name || calendar.calendarId
  return (
    <section className={styles.card} aria-label={name}>
      <h4>{name}</h4>
      <p data-selectable>{calendar.url}</p>
      <div className={styles.tags}>
        <Tag tone={calendar.role === 'booking' ? 'ok' : 'plain'}>
          {calendar.role === 'booking' ? text.roleBooking : text.roleBlocking}
        </Tag>
        {calendar.freeDoesNotBlock && <Tag>{text.freeShort}</Tag>}
        {calendar.readOnly && <Tag tone="warn">{text.readOnly}</Tag>}
        {!calendar.ownedByLogin && <Tag tone="warn">{text.shared}</Tag>}
      </div>
      {calendar.failure && <FailureNote failure={calendar.failure} />}
      {calendar.unreadable.count > 0 && <Unreadable events={calendar.unreadable} />}
      {calendar.brake && <Brake id={calendar.id} brake={calendar.brake} />}
      <div className={styles.buttons}>
        <Button size="small" isDisabled={testing.busy} onPress={() => void testing.run()}>
          {testing.busy ? <Spinner size={14} /> : <Plug size={14} aria-hidden="true" />}
          {testing.busy ? text.testing : testing.report ? text.testAgain : text.test}
        </Button>
        <Button size="small" onPress={() => setOpen('edit')}>
          <Pencil size={14} strokeWidth={1.75} aria-hidden="true" />
          {text.edit}
        </Button>
        <Button
          size="small"
          icon
          aria-label={`${text.remove} ${name}`}
          onPress={() => setOpen('remove')}
        >
          <Trash2 size={14} strokeWidth={1.75} aria-hidden="true" />
        </Button>
      </div>
      {testing.failure && <FailureNote failure={testing.failure} />}
      {testing.report && (
        <TestSteps
          report={testing.report}
          calendar={name}
          wayOut={
            <div className={styles.buttons}>
              <Button size="small" onPress={() => setOpen('other')}>
                {text.otherCalendar}
              </Button>
            </div>
          }
        />
      )}
      {(open === 'edit' || open === 'other') && (
        <CalendarDialog
          artistId={calendar.artistId}
          calendar={calendar}
          accounts={accounts}
          hasBooking={calendar.role === 'booking'}
          findsFirst={open === 'other'}
          onClose={close}
        />
      )}
      {open === 'remove' && (
        <Confirm
          title={text.removeCalendarTitle(name)}
          confirm={text.remove}
          danger
          onClose={close}
          onConfirm={() => {
            close()
            void act('calendars.delete', { id: calendar.id })
          }}
        >
          <p>{text.removeCalendarBody}</p>
        </Confirm>
      )}
    </section>
  )
}

const useTest = (id: string) => {
  const [busy, setBusy] = useState(false)
  const [report, setReport] = useState<TestReport | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const run = async (): Promise<void> => {
    setBusy(true)
    setFailure(null)
    const result = await ask('calendars.test', { id })
    setBusy(false)
    setReport(result.ok ? result.value : null)
    if (!result.ok) setFailure(result.error)
  }
  return { busy, report, failure, run }
}

/** What may take time that nobody sees. */
const Unreadable = ({ events }: { events: CalendarView['unreadable'] }) => {
  const { message, named, remedy } = words.common.unreadable
  return (
    <FailureNote
      tone="warn"
      failure={{ message: message(events.count), remedy: `${named(events.names)}. ${remedy}` }}
    />
  )
}

/** A pull that would cancel many bookings stands still until a person lets it go on. */
const Brake = ({ id, brake }: { id: string; brake: NonNullable<CalendarView['brake']> }) => (
  <FailureNote
    tone="warn"
    failure={{
      message: text.brake(brake.cancellations, brake.inWindow),
      remedy: text.brakeRemedy,
    }}
  >
    <div className={styles.buttons}>
      <Button size="small" look="danger" onPress={() => void act('calendars.releaseBrake', { id })}>
        {text.release}
      </Button>
    </div>
  </FailureNote>
)
