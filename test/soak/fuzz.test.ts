import { beforeAll, describe, expect, it } from 'vitest'
import { readCorpus } from './corpus.ts'
import { fuzzTargets, type FuzzTargetName } from './fuzz-cases.ts'
import { newSeed } from './random.ts'

const CASES = 500
const seed = Number(process.env['LINEWORK_SEED'] ?? newSeed())
const targets = ['calendars', 'multistatus'] as const satisfies FuzzTargetName[]

let corpus: string[]
beforeAll(() => {
  corpus = readCorpus()
})

describe(`what comes broken from a server (LINEWORK_SEED=${seed})`, () => {
  it.each(targets)(
    `${CASES} mutated %s are taken without a crash`,
    { timeout: 120_000 },
    async (target) => {
      for (let index = 0; index < CASES; index += 1)
        expect([index, await fuzzTargets[target].run(corpus, seed, index)]).toEqual([index, null])
    },
  )
})
