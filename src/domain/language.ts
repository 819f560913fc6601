import type { ClockSetting, LanguageSetting } from './settings.ts'

export type Language = Exclude<LanguageSetting, 'system'>

const spokenIn = (locale: string): Language | null => {
  const language = locale.toLowerCase().split('-')[0]
  return language === 'de' || language === 'en' ? language : null
}

/** The language the settings ask for; `system` is the first of the computer's that is in the catalogue. */
export const languageOf = (setting: LanguageSetting, locales: readonly string[]): Language => {
  if (setting !== 'system') return setting
  for (const locale of locales) {
    const language = spokenIn(locale)
    if (language) return language
  }
  return 'en'
}

/** How dates and numbers are written in `language`: as the computer does, where it speaks it too. */
export const localeOf = (language: Language, locales: readonly string[]): string => {
  const own = locales.find((locale) => spokenIn(locale) === language)
  return own ?? (language === 'de' ? 'de-DE' : 'en-GB')
}

const hourCycles = { system: '', '12': '-u-hc-h12', '24': '-u-hc-h23' } as const satisfies Record<
  ClockSetting,
  string
>

/** `locale` with the clock that was chosen over its own (Unicode TS 35, key `hc`). */
export const withClock = (locale: string, clock: ClockSetting): string => locale + hourCycles[clock]
