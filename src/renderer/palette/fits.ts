import { nameKey } from '../../domain/client.ts'

/** True where every word that was typed begins a word of the name; nothing typed fits everything. */
export const fits = (name: string, typed: string): boolean => {
  const words = nameKey(name).split(' ')
  return nameKey(typed)
    .split(' ')
    .every((part) => words.some((word) => word.startsWith(part)))
}
