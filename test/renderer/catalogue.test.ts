import { afterEach, describe, expect, it } from 'vitest'
import { formatAge, formatDuration, weekdayNames } from '../../src/renderer/format/time.ts'
import { de } from '../../src/renderer/i18n/de.ts'
import { en } from '../../src/renderer/i18n/en.ts'
import { languageOf, localeOf } from '../../src/domain/language.ts'
import { speak, words } from '../../src/renderer/i18n/words.ts'

/** Every word with the way to it; a function is called with what makes a plural. */
const leaves = (value: unknown, path = ''): [string, unknown][] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, inner]) => leaves(inner, `${path}.${key}`))
    : [[path, value]]

/** The same in both languages, and rightly so. */
const shared =
  /^(Alt|Shift|Ctrl|Enter|Esc|F10|[ADJKP↑]|Linework|Artists?|Name|Status|Details|Test|Start|Studio|Nextcloud|PIN|live|Offline|–|…|)$/

describe('the catalogue', () => {
  afterEach(() => speak('en'))

  it('says in German what it says in English', () => {
    expect(leaves(de).map(([path]) => path)).toEqual(leaves(en).map(([path]) => path))
  })

  it('leaves no German word empty that says something in English', () => {
    const english = new Map(leaves(en))
    const empty = leaves(de).filter(([path, word]) => word === '' && english.get(path) !== '')
    expect(empty).toEqual([])
  })

  it('is translated wherever the words differ', () => {
    const english = new Map(leaves(en))
    const same = leaves(de).filter(
      ([path, word]) =>
        typeof word === 'string' && word === english.get(path) && !shared.test(word),
    )
    expect(same.map(([path]) => path)).toEqual([
      '.common.inks.3',
      '.common.inks.10',
      '.settings.languages.en',
      '.settings.languages.de',
      '.settings.alerts.securities.starttls',
      '.settings.alerts.securities.tls',
      '.settings.alerts.port',
      '.settings.alerts.webhook',
    ])
  })

  it('puts another language into the sections that are in use', () => {
    const { booking } = words
    speak('de')
    expect(booking.newBooking).toBe('Neue Buchung')
    expect(formatDuration(90)).toBe('1 Std. 30')
    expect(formatAge(0, 172_800_000)).toBe('2 Tage')
    speak('en')
    expect(booking.newBooking).toBe('New booking')
  })
})

describe('the language', () => {
  it.each([
    ['system', ['de-AT', 'en-GB'], 'de'],
    ['system', ['fr-FR', 'de-CH', 'en-US'], 'de'],
    ['system', ['fr-FR'], 'en'],
    ['en', ['de-DE'], 'en'],
    ['de', ['en-GB'], 'de'],
  ] as const)('of %s on a computer in %j is %s', (setting, locales, language) => {
    expect(languageOf(setting, locales)).toBe(language)
  })

  it('writes dates as the computer does where it speaks the language', () => {
    expect(localeOf('de', ['en-GB', 'de-AT'])).toBe('de-AT')
    expect(localeOf('de', ['en-GB'])).toBe('de-DE')
    expect(localeOf('en', ['en-US'])).toBe('en-US')
    expect(localeOf('en', ['de-DE'])).toBe('en-GB')
    expect(weekdayNames('de-DE')[0]).toBe('Montag')
  })
})
