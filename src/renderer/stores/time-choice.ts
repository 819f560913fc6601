import { useMemo, useState } from 'react'
import { MINUTE, type Interval } from '../../domain/interval.ts'
import type { AppointmentView } from '../../domain/views.ts'
import { useAlternatives, useAvailability, type Alternatives } from './availability.ts'
import type { Check } from './availability-watch.ts'
import { intervalOf, timeOf, type DraftTime } from './draft.ts'
import { useActiveArtists, useZone } from './studio.ts'

/** Another artist or time being chosen for a booking, whose length stays. */
export interface TimeChoice extends DraftTime {
  readonly artistId: string
}

export interface ChoosingTime {
  readonly choice: TimeChoice
  readonly change: (part: Partial<TimeChoice>) => void
  readonly target: Interval & { readonly artistId: string }
  /** Still what the booking has. */
  readonly same: boolean
  readonly check: Check
  /** Neither free nor for a person to overrule. */
  readonly refused: boolean
  /** Other times and artists, until a free one is chosen. */
  readonly alternatives: Alternatives
}

const nobody: readonly string[] = []

/** Follows what a person chooses in place of the booking’s time: is it free, and what else would be. */
export const useTimeChoice = (appointment: AppointmentView): ChoosingTime => {
  const zone = useZone()
  const artists = useActiveArtists()
  const { id, start, end } = appointment
  const [choice, setChoice] = useState<TimeChoice>(() => ({
    artistId: appointment.artistId,
    ...timeOf(start, zone),
  }))
  const { artistId, date, start: minute } = choice
  const wish = useMemo(
    () => ({
      artistId,
      ...intervalOf({ date, start: minute }, (end - start) / MINUTE, zone),
      ignoring: id,
    }),
    [artistId, date, minute, start, end, zone, id],
  )
  const same = artistId === appointment.artistId && wish.start === start
  const check = useAvailability(same ? null : wish)
  const taken = check.answer !== null && !check.answer.available
  const looking = same || taken
  const itsArtist = appointment.artistId
  const others = useMemo(
    () =>
      artists
        .map((artist) => artist.id)
        .filter((other) => other !== artistId && !(other === itsArtist && wish.start === start)),
    [artists, artistId, itsArtist, wish.start, start],
  )
  const alternatives = useAlternatives(
    looking ? wish : null,
    looking ? others : nobody,
    artistId === itsArtist ? start : null,
  )
  return {
    choice,
    change: (part) => setChoice((before) => ({ ...before, ...part })),
    target: { artistId, start: wish.start, end: wish.end },
    same,
    check,
    refused: taken && !check.answer?.overrulable,
    alternatives,
  }
}
