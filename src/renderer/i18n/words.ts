import { english } from '../../domain/english.ts'
import { german } from '../../domain/german.ts'
import type { Language } from '../../domain/language.ts'
import type { Wordings } from '../../domain/sentence.ts'
import { de } from './de.ts'
import { en, type Catalogue } from './en.ts'
import { isolating } from './isolating.ts'

const catalogues = {
  en: isolating(en),
  de: isolating(de),
} as const satisfies Record<Language, Catalogue>

const mains: Record<Language, Wordings> = { en: english, de: german }

let spokenByMain = mains.en

/** What main says, in the language of the moment. */
export const sentences = (): Wordings => spokenByMain

/**
 * Everything the window says, in the language of the moment. A feature keeps its section, never what
 * is in it: `speak` puts other words into the same sections.
 */
export const words: Catalogue = isolating(en)

/** From now on the window says everything in `language`; what is on the screen has to be drawn again. */
export const speak = (language: Language): void => {
  const spoken = catalogues[language]
  spokenByMain = mains[language]
  for (const [name, section] of Object.entries(words))
    Object.assign(section, Object.entries(spoken).find(([other]) => other === name)?.[1])
}
