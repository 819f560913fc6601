import type { Command } from '../../contract/announcements.ts'

/** Which keys run a command; the first of a command's is the one that is shown. */
export const commandKeys: readonly (readonly [keys: string, command: Command])[] = [
  ['n', 'new-booking'],
  ['Ctrl+n', 'new-booking'],
  ['Shift+N', 'book-now'],
  ['Ctrl+k', 'search'],
  ['Ctrl+f', 'search'],
  ['t', 'today'],
  ['ArrowLeft', 'previous'],
  ['ArrowRight', 'next'],
  ['g', 'go-to-date'],
  ['d', 'show-day'],
  ['w', 'show-week'],
  ['l', 'show-list'],
  ['Ctrl+z', 'undo'],
  ['Ctrl+p', 'print-day'],
  ['F5', 'sync'],
  ['Ctrl+r', 'sync'],
  ['Ctrl+1', 'show-calendar'],
  ['Ctrl+2', 'show-requests'],
  ['Ctrl+3', 'show-clients'],
  ['Ctrl+4', 'show-sync'],
  ['Ctrl+,', 'show-settings'],
  ['?', 'show-keys'],
]

const signs: Record<string, string> = { ArrowLeft: '←', ArrowRight: '→' }

/** The keys as they are written on a keyboard, one by one. */
export const writtenKeys = (keys: string): string[] =>
  keys.split('+').map((key) => signs[key] ?? (key.length === 1 ? key.toUpperCase() : key))

/** The keys shown beside a command; none when it has none. */
export const keysOf = (command: Command): string[] => {
  const keys = commandKeys.find(([, one]) => one === command)?.[0]
  return keys === undefined ? [] : writtenKeys(keys)
}
