import type { ReactNode } from 'react'
import { useArtists } from '../stores/studio.ts'
import { Chips } from '../ui/chips.tsx'
import { FailureNote, Spinner } from '../ui/message.tsx'
import { Monogram } from '../ui/monogram.tsx'
import { Select } from '../ui/select.tsx'
import { Tag } from '../ui/tag.tsx'
import styles from './connect.module.css'
import { keyOf, newNamesIn, type Match, type Owner } from './matches.ts'
import type { Matching } from './matching.ts'
import { text } from './text.ts'

/** Whose each discovered calendar is, and what it is for. */
export const MatchList = ({ matching }: { matching: Matching }) => {
  const { matches, failure, clashes, change } = matching
  const newNames = newNamesIn(matches ?? [])
  return (
    <>
      {failure && <FailureNote failure={failure} />}
      {!matches && !failure && <Spinner />}
      {matches?.length === 0 && matching.connected.length === 0 && <p>{text.noneFound}</p>}
      <div>
        {matches?.map((match, at) => (
          <MatchRow
            key={match.calendar.url}
            match={match}
            newNames={newNames}
            clashes={match.role === 'booking' && clashes.has(keyOf(match.owner))}
            onChange={(changed) => change(at, changed)}
          />
        ))}
      </div>
    </>
  )
}

interface MatchRowProps {
  match: Match
  newNames: readonly string[]
  /** Another calendar is to be booked in for the same artist. */
  clashes: boolean
  onChange: (match: Match) => void
}

const MatchRow = ({ match, newNames, clashes, onChange }: MatchRowProps) => {
  const artists = useArtists()
  const { calendar, owner } = match
  const name = calendar.name || calendar.calendarId
  const owners: { id: string; owner: Owner; name: string; mark?: ReactNode }[] = [
    ...artists.map((artist) => ({
      id: keyOf({ artistId: artist.id }),
      owner: { artistId: artist.id },
      name: artist.name,
      mark: <Monogram artist={artist} size={22} />,
    })),
    ...newNames.map((newArtist) => ({
      id: keyOf({ newArtist }),
      owner: { newArtist },
      name: text.newArtist(newArtist),
    })),
    { id: 'nobody', owner: { nobody: true }, name: text.nobody },
  ]
  return (
    <div className={styles.match}>
      <div>
        <strong>{name}</strong>
        {name.toLowerCase() !== calendar.calendarId.toLowerCase() && (
          <small>{calendar.calendarId}</small>
        )}
      </div>
      <Select
        label={text.whose(name)}
        hideLabel
        value={keyOf(owner)}
        onChange={(id) => {
          const chosen = owners.find((one) => one.id === id)
          if (chosen) onChange({ ...match, owner: chosen.owner })
        }}
        choices={owners}
      />
      {'nobody' in owner ? (
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
      {(calendar.readOnly || !calendar.ownedByLogin || clashes) && (
        <div className={styles.notes}>
          {calendar.readOnly && <Tag>{text.readOnly}</Tag>}
          {!calendar.ownedByLogin && <Tag tone="warn">{text.shared}</Tag>}
          {clashes && <Tag tone="danger">{text.bookedTwice}</Tag>}
        </div>
      )}
    </div>
  )
}
