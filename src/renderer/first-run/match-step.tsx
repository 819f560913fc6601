import { useEffect, useState, type ReactNode } from 'react'
import { ok, type Failure, type Result } from '../../domain/failure.ts'
import { ask } from '../bridge.ts'
import { useArtists } from '../stores/studio.ts'
import { Button } from '../ui/button.tsx'
import { Chips } from '../ui/chips.tsx'
import { FailureNote, Spinner } from '../ui/message.tsx'
import { Monogram } from '../ui/monogram.tsx'
import { Select } from '../ui/select.tsx'
import styles from './first-run.module.css'
import { artistNameOf, suggestMatches, type Match } from './matches.ts'
import { StepFrame } from './step-frame.tsx'
import { text } from './text.ts'

interface MatchStepProps {
  accountId: string
  onBack: () => void
  children: ReactNode
}

/** Says whose each discovered calendar is, makes the artists and connects them. */
export const MatchStep = ({ accountId, onBack, children }: MatchStepProps) => {
  const [matches, setMatches] = useState<readonly Match[] | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [busy, setBusy] = useState(false)
  useEffect(() => {
    const discover = async (): Promise<void> => {
      const found = await ask('calendars.discover', { accountId })
      if (found.ok) setMatches(suggestMatches(found.value))
      else setFailure(found.error)
    }
    void discover()
  }, [accountId])

  const finish = async (): Promise<void> => {
    setBusy(true)
    setFailure(null)
    const connected = await connectAll(accountId, matches ?? [], setMatches)
    const result = connected.ok ? await ask('settings.update', { ready: true }) : connected
    setBusy(false)
    if (!result.ok) setFailure(result.error)
  }
  return (
    <StepFrame
      steps={children}
      title={text.matchTitle}
      body={text.matchBody}
      hint={text.nothingWritten}
      buttons={
        <>
          <Button size="large" onPress={onBack}>
            {text.back}
          </Button>
          <Button
            look="ink"
            size="large"
            isDisabled={matches === null || busy}
            onPress={() => void finish()}
          >
            {text.finish}
            {busy && <Spinner />}
          </Button>
        </>
      }
    >
      {failure && <FailureNote failure={failure} />}
      {!matches && !failure && <Spinner />}
      {matches?.length === 0 && <p>{text.noneFound}</p>}
      <div>
        {matches?.map((match, at) => (
          <MatchRow
            key={match.calendar.url}
            match={match}
            onChange={(changed) => setMatches(matches.with(at, changed))}
          />
        ))}
      </div>
    </StepFrame>
  )
}

const leaveOut = 'nobody'
const makeNew = 'new'

const MatchRow = ({ match, onChange }: { match: Match; onChange: (match: Match) => void }) => {
  const artists = useArtists()
  const { calendar } = match
  const name = calendar.name || calendar.calendarId
  const chosen = match.newArtist ? makeNew : (match.artistId ?? leaveOut)
  return (
    <div className={styles.match}>
      <div>
        <strong>{name}</strong>
        <small>
          {calendar.readOnly
            ? text.readOnly
            : calendar.ownedByLogin
              ? name.toLowerCase() !== calendar.calendarId.toLowerCase() && calendar.calendarId
              : text.shared}
        </small>
      </div>
      <Select
        label={text.whose(name)}
        hideLabel
        value={chosen}
        onChange={(id) =>
          onChange({
            ...match,
            newArtist: id === makeNew,
            artistId: id === makeNew || id === leaveOut ? null : id,
          })
        }
        choices={[
          { id: makeNew, name: text.newArtist(artistNameOf(calendar)) },
          ...artists.map((artist) => ({
            id: artist.id,
            name: artist.name,
            mark: <Monogram artist={artist} size={22} />,
          })),
          { id: leaveOut, name: text.nobody },
        ]}
      />
      {chosen === leaveOut ? (
        <span />
      ) : (
        <Chips
          label={text.role(name)}
          value={match.role}
          onChange={(id) => onChange({ ...match, role: id === 'booking' ? 'booking' : 'blocking' })}
          choices={[
            ...(calendar.readOnly ? [] : [{ id: 'booking', name: text.booking }]),
            { id: 'blocking', name: text.blocking },
          ]}
        />
      )}
    </div>
  )
}

/**
 * Makes artists and calendars one after the other and stops at the first that fails. `onProgress`
 * hears what is left to do, so that a second try does not make anything twice.
 */
const connectAll = async (
  accountId: string,
  matches: readonly Match[],
  onProgress: (left: readonly Match[]) => void,
): Promise<Result<null>> => {
  for (const [at, { calendar, artistId, newArtist, role }] of matches.entries()) {
    const left = matches.slice(at)
    const artist = newArtist
      ? await ask('artists.create', { name: artistNameOf(calendar) })
      : ok({ id: artistId })
    if (!artist.ok) return artist
    const { id } = artist.value
    if (id === null) continue
    onProgress(left.with(0, { calendar, artistId: id, newArtist: false, role }))
    const made = await ask('calendars.create', {
      artistId: id,
      accountId,
      url: calendar.url,
      name: calendar.name,
      role,
    })
    if (!made.ok) return made
    onProgress(left.slice(1))
  }
  return ok(null)
}
