import type { Random } from './random.ts'

const repeated = (random: Random, most: number, once: () => string): string =>
  Array.from({ length: 1 + random.below(most) }, once).join(',')

const number = (random: Random): string =>
  random.pick(['0', '1', '-1', '2', '31', '53', '-53', '366', '-366', '999999', '9999999999'])

const date = (random: Random): string =>
  random.pick([
    '20260229',
    '20261399T256199',
    '00000000',
    '00010101T000000Z',
    '19000101T000000',
    '99991231T235959Z',
    '20260329T023000',
    '99999999T999999Z',
  ])

const ruleParts: readonly ((random: Random) => string)[] = [
  (random) => `INTERVAL=${number(random)}`,
  (random) => `COUNT=${number(random)}`,
  (random) => `UNTIL=${date(random)}`,
  (random) => `BYSETPOS=${repeated(random, 50, () => number(random))}`,
  (random) => `BYMONTH=${repeated(random, 12, () => String(random.below(14)))}`,
  (random) => `BYMONTHDAY=${repeated(random, 40, () => number(random))}`,
  (random) => `BYYEARDAY=${repeated(random, 300, () => String(1 + random.below(367)))}`,
  (random) => `BYWEEKNO=${repeated(random, 53, () => number(random))}`,
  (random) => `BYDAY=${repeated(random, 20, () => `${number(random)}${random.pick(days)}`)}`,
  (random) => `BYDAY=${repeated(random, 7, () => random.pick(days))}`,
  (random) => `BYHOUR=${repeated(random, 24, () => String(random.below(24)))}`,
  (random) => `BYMINUTE=${repeated(random, 60, () => String(random.below(60)))}`,
  (random) => `BYSECOND=${repeated(random, 60, () => String(random.below(61)))}`,
  (random) => `WKST=${random.pick(days)}`,
]
const days = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const
const frequencies = ['SECONDLY', 'MINUTELY', 'HOURLY', 'DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY']

/** A recurrence nobody would write: it asks for everything, for nothing, or for far too much. */
const monstrousRule = (random: Random): string =>
  [
    `${random.pick(['RRULE', 'RRULE', 'EXRULE'])}:FREQ=${random.pick(frequencies)}`,
    ...Array.from({ length: random.below(6) }, () => random.pick(ruleParts)(random)),
  ].join(';')

const monstrousDates = (random: Random): string =>
  `${random.pick(['RDATE', 'EXDATE', 'RDATE;VALUE=PERIOD'])}:${repeated(random, 3000, () => date(random))}`

const monstrousValue = (random: Random): string =>
  random.pick([
    '',
    date(random),
    number(random),
    'P99999999999W',
    '-PT999999999999H',
    'P',
    '+9999',
    ':;,"\\',
    'x'.repeat(5000),
    'a,'.repeat(3000),
    '\u0000\uFEFF\u2028\uD800',
    '٢٠٢٦٠٧٠١',
  ])

const at = (random: Random, lines: readonly string[]): number => random.below(lines.length)

type Mutation = (random: Random, lines: string[], donor: readonly string[]) => void

const put = (random: Random, lines: string[], line: string): void => {
  const end = lines.indexOf('END:VEVENT')
  lines.splice(end < 0 ? at(random, lines) : end, 0, line)
}

const mutations: readonly Mutation[] = [
  (random, lines) => lines.splice(at(random, lines), 1 + random.below(3)),
  (random, lines) => {
    const from = at(random, lines)
    const piece = lines.slice(from, from + 1 + random.below(5))
    const times = random.chance(0.1) ? 300 : 1 + random.below(4)
    lines.splice(from, 0, ...Array.from({ length: times }, () => piece).flat())
  },
  (random, lines) => {
    const [a, b] = [at(random, lines), at(random, lines)]
    const [one = '', other = ''] = [lines[a], lines[b]]
    lines[a] = one.replace(/:.*/s, `:${other.split(':').slice(1).join(':')}`)
    lines[b] = other.replace(/:.*/s, `:${one.split(':').slice(1).join(':')}`)
  },
  (random, lines) => {
    const where = at(random, lines)
    lines[where] = (lines[where] ?? '').replace(/:.*/s, `:${monstrousValue(random)}`)
  },
  (random, lines) => {
    const where = at(random, lines)
    lines[where] = (lines[where] ?? '').replaceAll(/\d/g, (digit) =>
      random.chance(0.3) ? String(random.below(10)) : digit,
    )
  },
  (random, lines, donor) => lines.splice(at(random, lines), 0, random.pick(donor)),
  (random, lines) => put(random, lines, monstrousRule(random)),
  (random, lines) => put(random, lines, monstrousDates(random)),
]

/** A calendar file with some of its lines lost, doubled, mixed up or made monstrous, or cut and bent. */
export const mutateCalendar = (random: Random, text: string, donor: string): string => {
  const newline = text.includes('\r\n') ? '\r\n' : '\n'
  const lines = text.split(newline)
  for (let left = 1 + random.below(5); left > 0 && lines.length > 0; left -= 1)
    random.pick(mutations)(random, lines, donor.split(/\r?\n/))
  const mixed = lines.join(random.chance(0.1) ? '\r' : newline)
  if (!random.chance(0.4)) return mixed
  return Buffer.from(mutateBytes(random, Buffer.from(mixed), [])).toString('utf8')
}

/** Some bytes flipped, cut out, doubled or put in, or the rest cut off. */
export const mutateBytes = (
  random: Random,
  bytes: Uint8Array,
  tokens: readonly string[],
): Uint8Array => {
  let result = Buffer.from(bytes)
  for (let left = 1 + random.below(6); left > 0; left -= 1) {
    const from = random.below(result.length + 1)
    const to = Math.min(result.length, from + random.below(random.chance(0.2) ? 2000 : 20))
    const token = tokens.length > 0 && random.chance(0.5) ? random.pick(tokens) : null
    const piece = token === null ? result.subarray(from, to) : Buffer.from(token)
    const act = random.below(6)
    if (act < 2 && from < result.length) result[from] = random.below(256)
    else if (act === 2) result = Buffer.concat([result.subarray(0, from), result.subarray(to)])
    else if (act === 3 && random.chance(0.5)) result = Buffer.from(result.subarray(0, from))
    else result = Buffer.concat([result.subarray(0, from), piece, result.subarray(from)])
  }
  return result
}
