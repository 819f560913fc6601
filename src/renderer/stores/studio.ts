import { useMemo } from 'react'
import type { Artist } from '../../domain/artist.ts'
import type { Settings } from '../../domain/settings.ts'
import type { SyncStatus } from '../../domain/views.ts'
import { dateAt, type LocalDate } from '../../domain/zone.ts'
import { useNow } from './clock.ts'
import { useArtistList, useSettingsAnswer, useSyncAnswer } from './reads.ts'

export const computerZone = (): string => new Intl.DateTimeFormat().resolvedOptions().timeZone

export const useSettings = (): Settings | undefined => useSettingsAnswer().value

/** The studio's zone; the computer's until the settings are there. */
export const useZone = (): string => useSettings()?.zone ?? computerZone()

const noArtists: readonly Artist[] = []

/** Every artist, inactive ones too; empty until the first answer. */
export const useArtists = (): readonly Artist[] => useArtistList().value ?? noArtists

export const useActiveArtists = (): readonly Artist[] => {
  const artists = useArtists()
  return useMemo(() => artists.filter(({ active }) => active), [artists])
}

export const useArtist = (id: string | null | undefined): Artist | undefined =>
  useArtists().find((artist) => artist.id === id)

export const useSyncStatus = (): SyncStatus | undefined => useSyncAnswer().value

/** Today on the studio's wall clock. */
export const useToday = (): LocalDate => dateAt(useNow(), useZone())
