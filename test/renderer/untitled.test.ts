import { expect, test } from 'vitest'
import { inWords } from '../../src/renderer/format/untitled.ts'
import { speak } from '../../src/renderer/i18n/words.ts'
import { at, eventOf } from './calendar-studio.ts'

const titleOf = (title: string): string =>
  inWords({ ...eventOf('one', at(12), at(13)), title }).title

test('what has no title to show is called something in the window’s language', () => {
  expect(['Busy', 'Not read yet', 'Dentist'].map(titleOf)).toEqual([
    'Busy',
    'Not read yet',
    'Dentist',
  ])
  speak('de')
  try {
    expect(['Busy', 'Not read yet', 'Day off'].map(titleOf)).toEqual([
      'Belegt',
      'Noch nicht gelesen',
      'Day off',
    ])
  } finally {
    speak('en')
  }
})
