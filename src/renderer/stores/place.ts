import { useMemo } from 'react'
import type { Place } from '../format/time.ts'
import { languageOf, localeOf } from '../i18n/language.ts'
import { useSettings, useZone } from './studio.ts'

/** The studio's zone and the window's locale, for everything that writes a time. */
export const usePlace = (): Place => {
  const zone = useZone()
  const language = useSettings()?.language ?? 'system'
  return useMemo(() => {
    const { languages } = navigator
    return { zone, locale: localeOf(languageOf(language, languages), languages) }
  }, [zone, language])
}
