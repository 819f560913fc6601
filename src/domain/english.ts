import type { Wordings } from './sentence.ts'

/** Sentences whose English depends on a number as well; all others are their own pattern. */
export const english: Wordings = {
  'It works, with {count}.': [
    'It works, with {count} warning.',
    'It works, with {count} warnings.',
  ],
  'This client still has {count}.': [
    'This client still has {count} coming booking.',
    'This client still has {count} coming bookings.',
  ],
}
