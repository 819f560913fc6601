/** The two letters that stand for a person: first and last initial. */
export const monogramOf = (name: string): string => {
  const words = name.split(/[\s-]+/).filter((word) => /\p{L}/u.test(word))
  const letters = words.length > 1 ? [words[0], words.at(-1)] : [words[0], words[0]?.slice(1)]
  return letters
    .map((word) => Array.from(word ?? '')[0] ?? '')
    .join('')
    .toUpperCase()
}

export const firstName = (name: string): string => name.split(/\s+/)[0] ?? name

/** `1 artist`, `3 artists`; other plurals are given. */
export const count = (number: number, one: string, many = `${one}s`): string =>
  `${number} ${number === 1 ? one : many}`

/** An amount of money, cents only where there are any: 8000 is `€80`, 8050 is `€80.50`. */
export const formatMoney = (cents: number, currency: string, locale: string): string =>
  new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
    minimumFractionDigits: cents % 100 === 0 ? 0 : 2,
    maximumFractionDigits: cents % 100 === 0 ? 0 : 2,
  }).format(cents / 100)

/** `€`, `CHF`. */
export const currencySign = (currency: string, locale: string): string =>
  new Intl.NumberFormat(locale, { style: 'currency', currency, currencyDisplay: 'narrowSymbol' })
    .formatToParts(0)
    .find(({ type }) => type === 'currency')?.value ?? currency

/** Cents from what a person typed, `80`, `80.5` or `80,50`; null when empty, NaN when not an amount. */
export const parseAmount = (text: string): number | null => {
  const trimmed = text.trim()
  if (trimmed === '') return null
  const match = /^(\d{1,6})(?:[.,](\d{1,2}))?$/.exec(trimmed)
  return match ? Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0')) : Number.NaN
}
