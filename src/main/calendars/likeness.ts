const words = (text: string): string[] =>
  text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 1)

const alike = (a: string, b: string): boolean =>
  a === b || (Math.min(a.length, b.length) > 2 && (a.startsWith(b) || b.startsWith(a)))

/** How much of `name` is found in `text`, 0 to 1; a word counts when one begins with the other. */
const share = (name: string, text: string): number => {
  const wanted = words(name)
  const present = words(text)
  const found = wanted.filter((word) => present.some((other) => alike(word, other)))
  return wanted.length === 0 ? 0 : found.length / wanted.length
}

/** The one artist whose name is in `text` more than anybody else's; null when that is nobody or several. */
export const mostAlike = (
  artists: readonly { readonly id: string; readonly name: string }[],
  text: string,
): string | null => {
  const scored = artists
    .map(({ id, name }) => ({ id, score: share(name, text) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
  const [best, second] = scored
  return best && best.score > (second?.score ?? 0) ? best.id : null
}
