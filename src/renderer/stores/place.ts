import { useMemo } from 'react'
import type { Place } from '../format/time.ts'
import { languageOf, localeOf, withClock } from '../../domain/language.ts'
import { useSettings, useZone } from './studio.ts'

/** The studio's zone and the window's locale, for everything that writes a time. */
export const usePlace = (): Place => {
  const zone = useZone()
  const settings = useSettings()
  const language = settings?.language ?? 'system'
  const clock = settings?.clock ?? 'system'
  return useMemo(() => {
    const { languages } = navigator
    const locale = localeOf(languageOf(language, languages), languages)
    return { zone, locale: withClock(locale, clock) }
  }, [zone, language, clock])
}
