const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null

/** Whether two answers say the same; both are plain data. */
const sayTheSame = (a: unknown, b: unknown): boolean => {
  if (a === b) return true
  if (!isObject(a) || !isObject(b)) return false
  const entries = Object.entries(a)
  return (
    entries.length === Object.keys(b).length &&
    entries.every(([key, value]) => sayTheSame(value, Reflect.get(b, key)))
  )
}

const idOf = (item: unknown): unknown => (isObject(item) ? Reflect.get(item, 'id') : undefined)

/**
 * A newer list with every item that says the same as before taken from `before`, or `before` itself
 * where nothing changed: what is drawn from the same items need not be drawn again.
 */
export const shareItems = <T>(before: T | undefined, after: T): T => {
  if (!Array.isArray(before) || !Array.isArray(after)) return after
  const known = new Map<unknown, unknown>(before.map((item) => [idOf(item), item]))
  for (const [index, item] of after.entries()) {
    const old = known.get(idOf(item))
    if (sayTheSame(old, item)) after[index] = old
  }
  const same = after.length === before.length && after.every((item, at) => item === before[at])
  return same ? before : after
}
