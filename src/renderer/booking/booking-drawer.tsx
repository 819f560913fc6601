import { Info } from 'lucide-react'
import { useEffect, useMemo, useState } from 'react'
import { depositStates } from '../../domain/appointment.ts'
import type { Failure } from '../../domain/failure.ts'
import { ask } from '../bridge.ts'
import { currencySign } from '../format/words.ts'
import { recheckAvailability, useAlternatives, useAvailability } from '../stores/availability.ts'
import type { Wish } from '../stores/availability-watch.ts'
import { blankOf, intervalOf, isDirty, type Draft } from '../stores/draft.ts'
import {
  changeDraft,
  closeDrawer,
  dropDraft,
  openBooking,
  setVerdict,
  useDrawer,
} from '../stores/drawer.ts'
import { useCurrency } from '../stores/money.ts'
import { usePlace } from '../stores/place.ts'
import { useActiveArtists, useArtists, useZone } from '../stores/studio.ts'
import { tell } from '../stores/toasts.ts'
import { NoVerdict } from '../ui/availability-block.tsx'
import { Button } from '../ui/button.tsx'
import { Drawer } from '../ui/drawer.tsx'
import { FailureNote } from '../ui/message.tsx'
import { Select } from '../ui/select.tsx'
import { Tag } from '../ui/tag.tsx'
import { TextField } from '../ui/text-field.tsx'
import { Alternates } from './alternates.tsx'
import { AvailabilityBlock } from './availability-block.tsx'
import styles from './booking.module.css'
import { ClientField } from './client-field.tsx'
import { obstacle, toCreate, toUpdate } from './save.ts'
import { text } from './text.ts'
import { TimeSection } from './time-section.tsx'

const nobody: readonly string[] = []

/** The same time with nobody and nothing entered, as another booking. */
const startAfresh = (): void => {
  const { draft } = useDrawer.getState()
  dropDraft()
  if (draft) openBooking(blankOf({ ...draft, id: crypto.randomUUID() }))
}

/** The form that makes or changes a booking, with its running check. */
export const BookingDrawer = ({ draft, hidden }: { draft: Draft; hidden: boolean }) => {
  const active = useActiveArtists()
  const artist = useArtists().find(({ id }) => id === draft.artistId)
  const pristine = useDrawer((state) => state.pristine)
  const { wish, check, alternatives } = useDraftCheck(draft)
  const overruling = useOverrule(wish)
  const { locale } = usePlace()
  const currency = useCurrency()
  const saving = useSave(draft)

  const refused = check.answer !== null && !check.answer.available
  const why = obstacle(draft, check, overruling.value)
  const blocked = why !== null || saving.busy
  const send = (status: 'PENDING' | 'CONFIRMED') => () => void saving.save(status, overruling.value)
  return (
    <Drawer
      label={draft.editing ? text.editBooking : text.newBooking}
      title={
        <>
          {draft.editing ? text.editBooking : text.newBooking}{' '}
          {pristine && isDirty(draft, pristine) && (
            <>
              <Tag>{text.kept}</Tag>
              {!draft.editing && (
                <Button look="quiet" size="small" onPress={startAfresh}>
                  {text.startAfresh}
                </Button>
              )}
            </>
          )}
        </>
      }
      onClose={closeDrawer}
      hidden={hidden}
      onSend={blocked ? undefined : send('CONFIRMED')}
      footer={
        <>
          {saving.failure && (
            <div className={styles.failure}>
              <FailureNote failure={saving.failure} />
            </div>
          )}
          {why && (
            <p className={styles.why}>
              <Info size={14} strokeWidth={1.75} aria-hidden="true" />
              {why}
            </p>
          )}
          <div className={styles.buttons}>
            {draft.editing ? (
              <Button
                look="ink"
                size="large"
                isDisabled={blocked}
                aria-keyshortcuts="Control+Enter"
                onPress={send('PENDING')}
              >
                {text.saveChanges}
              </Button>
            ) : (
              <>
                <Button look="stencil" size="large" isDisabled={blocked} onPress={send('PENDING')}>
                  {text.saveRequest}
                </Button>
                <Button
                  look="ink"
                  size="large"
                  isDisabled={blocked}
                  aria-keyshortcuts="Control+Enter"
                  onPress={send('CONFIRMED')}
                >
                  {text.confirm}
                </Button>
              </>
            )}
          </div>
        </>
      }
    >
      <TimeSection draft={draft} artists={active} refused={refused} />
      {artist ? (
        <AvailabilityBlock
          draft={draft}
          artist={artist}
          artists={active}
          check={check}
          alternatives={alternatives}
          overrule={overruling.value}
          onOverrule={overruling.set}
        />
      ) : (
        <NoVerdict says={active.length === 0 ? text.noArtists : text.noArtistYet} />
      )}
      <ClientField
        client={draft.client}
        next={draft.artistId !== null}
        mayCreate={draft.editing === null}
      />
      <TextField
        label={text.description}
        value={draft.description}
        onChange={(description) => changeDraft({ description })}
      />
      <div className={styles.money}>
        <TextField
          label={text.deposit}
          lead={currencySign(currency, locale)}
          value={draft.deposit}
          onChange={(deposit) => changeDraft({ deposit })}
        />
        <Select
          label={text.depositState}
          value={draft.depositState}
          choices={depositStates.map((id) => ({ id, name: text.deposits[id] }))}
          onChange={(id) =>
            changeDraft({ depositState: depositStates.find((state) => state === id) ?? 'none' })
          }
        />
      </div>
      <Alternates draft={draft} artist={artist} />
      <TextField
        label={text.notes}
        lines={2}
        value={draft.notes}
        onChange={(notes) => changeDraft({ notes })}
      />
    </Drawer>
  )
}

/** Follows the draft's time, and tells the calendar what came out. */
const useDraftCheck = (draft: Draft) => {
  const zone = useZone()
  const artists = useActiveArtists()
  const { artistId, editing, date, start, minutes } = draft
  const wish = useMemo<Wish | null>(
    () =>
      artistId
        ? {
            artistId,
            ...intervalOf({ date, start }, minutes, zone),
            ...(editing ? { ignoring: editing.id } : {}),
          }
        : null,
    [artistId, date, start, minutes, zone, editing],
  )
  const others = useMemo(
    () => artists.flatMap(({ id }) => (id === artistId ? [] : id)),
    [artists, artistId],
  )
  const check = useAvailability(wish)
  const refused = check.answer !== null && !check.answer.available
  const alternatives = useAlternatives(refused ? wish : null, refused ? others : nobody)
  useEffect(() => setVerdict(check.answer), [check.answer])
  return { wish, check, alternatives }
}

/** The tick at "Book anyway"; it counts for the time it was set at and no other. */
const useOverrule = (wish: Wish | null) => {
  const [ticked, setTicked] = useState<Wish | null>(null)
  return {
    value: wish !== null && ticked === wish,
    set: (on: boolean): void => setTicked(on ? wish : null),
  }
}

const useSave = (draft: Draft) => {
  const zone = useZone()
  const [busy, setBusy] = useState(false)
  // A refusal is about what was sent; it goes once anything is changed.
  const [refusal, setRefusal] = useState<{ draft: Draft; failure: Failure } | null>(null)

  const send = (status: 'PENDING' | 'CONFIRMED', overrule: boolean) => {
    const change = toUpdate(draft, zone, overrule)
    if (change) return ask('appointments.update', change)
    const booking = toCreate(draft, zone, status, overrule)
    return booking && ask('appointments.create', booking)
  }
  const save = async (status: 'PENDING' | 'CONFIRMED', overrule: boolean): Promise<void> => {
    const sending = send(status, overrule)
    if (!sending) return
    setBusy(true)
    setRefusal(null)
    const result = await sending
    setBusy(false)
    if (!result.ok) {
      setRefusal({ draft, failure: result.error })
      recheckAvailability()
      return
    }
    tell('ok', draft.editing ? text.saved : status === 'PENDING' ? text.requested : text.confirmed)
    dropDraft({ kind: 'appointment', id: result.value.id })
  }
  return { busy, failure: refusal?.draft === draft ? refusal.failure : null, save }
}
