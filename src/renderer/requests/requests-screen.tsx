import { Inbox } from 'lucide-react'
import { useMemo } from 'react'
import type { AppointmentView } from '../../domain/views.ts'
import { useAvailability } from '../stores/availability.ts'
import { useView } from '../stores/view.ts'
import { Button, Key } from '../ui/button.tsx'
import { useLetterKeys } from '../ui/keys.ts'
import { Empty } from '../ui/message.tsx'
import { Unanswered } from '../ui/unanswered.tsx'
import { usePending } from './pending.ts'
import { RequestDay, type DayView } from './request-day.tsx'
import { RequestDetail } from './request-detail.tsx'
import { RequestItem } from './request-item.tsx'
import styles from './requests.module.css'
import { text } from './text.ts'

/** What waits for a yes or a no. */
export const RequestsScreen = ({ Day }: { Day: DayView }) => {
  const { value: requests, failure } = usePending()
  const filtered = useView((view) => view.requestArtist !== null || view.requestSearch !== '')
  const chosen = useView((view) => view.requestId)
  const at = Math.max(0, requests?.findIndex(({ id }) => id === chosen) ?? 0)
  const selected = requests?.[at]
  const next = requests?.[at + 1]?.id
  const previous = requests?.[at - 1]?.id
  const keys = useMemo(
    () => ({
      j: () => next && useView.setState({ requestId: next }),
      k: () => previous && useView.setState({ requestId: previous }),
    }),
    [next, previous],
  )
  useLetterKeys(keys)
  if (!requests) return failure && <Unanswered failure={failure} />
  if (!selected)
    return (
      <Empty
        title={filtered ? text.noneFit : text.noneTitle}
        icon={<Inbox size={32} strokeWidth={1.5} />}
      >
        {filtered ? (
          <Button onPress={() => useView.setState({ requestArtist: null, requestSearch: '' })}>
            {text.showAll}
          </Button>
        ) : (
          <p>{text.none}</p>
        )}
      </Empty>
    )
  return (
    <div className={styles.requests}>
      <div className={styles.list}>
        <div className={styles.items}>
          {requests.map((request) => (
            <RequestItem
              key={request.id}
              request={request}
              selected={request.id === selected.id}
              onSelect={() => useView.setState({ requestId: request.id })}
            />
          ))}
        </div>
        <div className={styles.keys}>
          <Key>J</Key>
          <Key>K</Key> {text.keysNext}
        </div>
      </div>
      <Chosen key={selected.id} request={selected} Day={Day} />
    </div>
  )
}

/** The request and its day, which look at one running check of the first choice. */
const Chosen = ({ request, Day }: { request: AppointmentView; Day: DayView }) => {
  const { id, artistId, start, end } = request
  const check = useAvailability({ artistId, start, end, ignoring: id })
  return (
    <>
      <RequestDetail request={request} check={check} />
      <RequestDay request={request} answer={check.answer} Day={Day} />
    </>
  )
}
