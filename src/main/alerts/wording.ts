import type { AlertLine, AlertMessage } from '../../domain/alert.ts'
import type { Instant } from '../../domain/interval.ts'
import type { LanguageSetting } from '../../domain/settings.ts'
import { german } from '../../domain/german.ts'
import { saidOf, sayIn, type Sentence } from '../../domain/sentence.ts'

export interface AlertWords {
  readonly language: 'en' | 'de'
  readonly zone: string
  readonly studioName: string
}

/** The studio's language, or the computer's where a message can be said in it. */
export const alertLanguage = (setting: LanguageSetting, locale: string): AlertWords['language'] =>
  setting === 'system' ? (/^de\b/i.test(locale) ? 'de' : 'en') : setting

export interface AlertText {
  readonly subject: string
  readonly text: string
}

const phrases = {
  en: {
    locale: 'en-GB',
    failed: (who: string) => `${who}: the calendar is not being synchronised`,
    reminder: (who: string) => `${who}: the calendar is still not being synchronised`,
    recovered: (who: string) => `${who}: the calendar is synchronised again`,
    test: 'This is a test',
    artists: (count: number) => `${count} artists`,
    since: (since: string) => `Since ${since}.`,
    between: (since: string, until: string) => `From ${since} to ${until}.`,
    lasting:
      'The desk goes on working. What is booked meanwhile is kept and sent when the calendar can be reached.',
    over: 'What waited at the desk is being sent now.',
    where: 'Linework › Sync shows more.',
    testText:
      'Linework can send messages here. It will write when an artist’s calendar cannot be synchronised.',
  },
  de: {
    locale: 'de-DE',
    failed: (who: string) => `${who}: Der Kalender wird nicht abgeglichen`,
    reminder: (who: string) => `${who}: Der Kalender wird immer noch nicht abgeglichen`,
    recovered: (who: string) => `${who}: Der Kalender wird wieder abgeglichen`,
    test: 'Das ist ein Test',
    artists: (count: number) => `${count} Artists`,
    since: (since: string) => `Seit ${since}.`,
    between: (since: string, until: string) => `Von ${since} bis ${until}.`,
    lasting:
      'Am Empfang geht alles weiter. Was inzwischen gebucht wird, bleibt erhalten und wird gesendet, sobald der Kalender erreichbar ist.',
    over: 'Was am Empfang gewartet hat, wird jetzt gesendet.',
    where: 'Mehr unter Linework › Abgleich.',
    testText:
      'Linework kann hierher Nachrichten senden. Es schreibt, wenn der Kalender eines Artists nicht abgeglichen werden kann.',
  },
} as const

/** A failure names hosts and calendars, never a time. */
const inLanguage = (language: AlertWords['language'], words: Sentence): string =>
  language === 'de' ? sayIn(german, saidOf(words), () => '') : words.message

/** What a mail says: artists, times and failures, never a client. Plain text, lines at most a sentence long. */
export const alertText = (
  message: AlertMessage,
  { language, zone, studioName }: AlertWords,
): AlertText => {
  const said = phrases[language]
  const time = new Intl.DateTimeFormat(said.locale, {
    timeZone: zone,
    dateStyle: 'medium',
    timeStyle: 'short',
  })
  const at = (instant: Instant): string => time.format(instant)
  const studio = studioName || 'Linework'
  if (message.kind === 'test')
    return { subject: `${studio}: ${said.test}`, text: `${said.testText}\n` }

  const [first] = message.lines
  const who =
    message.lines.length === 1 && first ? first.artist : said.artists(message.lines.length)
  const about = ({ artist, since, until, failure }: AlertLine): string =>
    [
      artist,
      until === null ? said.since(at(since)) : said.between(at(since), at(until)),
      failure && inLanguage(language, failure),
      until === null && failure?.remedy && inLanguage(language, { message: failure.remedy }),
    ]
      .filter(Boolean)
      .join('\n')
  return {
    subject: `${studio}: ${said[message.kind](who)}`,
    text: [
      ...message.lines.map(about),
      message.kind === 'recovered' ? said.over : said.lasting,
      said.where,
      '',
    ].join('\n\n'),
  }
}
