import { anything, assert, constantFrom, dictionary, oneof, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { questions, type QuestionName } from '../../src/contract/questions.ts'
import type { Result } from '../../src/domain/failure.ts'
import { isQuestion, readInput } from '../../src/main/ipc/read-input.ts'

const seed = Number(process.env['LINEWORK_SEED'] ?? Date.now() % 2 ** 30)
const names = Object.keys(questions).filter(isQuestion)

/** A refusal that a person can act on, and that the window can put at its field. */
const expectSound = (result: Result<unknown>): void => {
  if (result.ok) return
  expect(result.error.kind).toBe('invalid-input')
  expect(result.error.message).toMatch(/^“.+” .+\.$/)
  expect(typeof result.error.field).toBe('string')
  expect(result.error.message.length).toBeLessThan(300)
}

/** Values that have broken programs before. */
const nasty = oneof(
  anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true }),
  constantFrom<unknown>(
    Number.NaN,
    Number.POSITIVE_INFINITY,
    -0,
    1e308,
    '\u0000',
    '\uD800',
    '../../etc/passwd',
    `x${'y'.repeat(200_000)}`,
    JSON.parse('{"__proto__": {"admin": true}, "constructor": {"prototype": {}}}'),
    Array.from({ length: 10_000 }, () => ({})),
  ),
)

interface Schema {
  readonly type?: string | undefined
  readonly properties?: Readonly<Record<string, Schema>> | undefined
  readonly anyOf?: readonly Schema[] | undefined
  readonly oneOf?: readonly Schema[] | undefined
  readonly items?: Schema | undefined
  readonly enum?: readonly unknown[] | undefined
  readonly const?: unknown
  readonly minimum?: number | undefined
}

/** The part of JSON Schema that the contract comes to. */
const schema: z.ZodType<Schema> = z.lazy(() =>
  z.object({
    type: z.string().optional(),
    properties: z.record(z.string(), schema).optional(),
    anyOf: z.array(schema).optional(),
    oneOf: z.array(schema).optional(),
    items: schema.optional(),
    enum: z.array(z.unknown()).optional(),
    const: z.unknown().optional(),
    minimum: z.number().optional(),
  }),
)

function schemaOf(name: QuestionName): Schema {
  return schema.parse(
    z.toJSONSchema(questions[name].input, { unrepresentable: 'any', io: 'input' }),
  )
}

/** The names of a question's fields; some name where it has none. */
function fieldsOf(name: QuestionName): [string, ...string[]] {
  const own = schemaOf(name)
  const shapes = [own, ...(own.anyOf ?? []), ...(own.oneOf ?? [])]
  const [first = 'x', ...more] = shapes.flatMap(({ properties }) => Object.keys(properties ?? {}))
  return [first, ...more]
}

/** Something of the right kind for each field, whether it is accepted or not. */
function sampleOf(own: Schema): unknown {
  if (own.const !== undefined) return own.const
  if (own.enum) return own.enum[0]
  const [choice] = own.anyOf ?? own.oneOf ?? []
  if (choice) return sampleOf(choice)
  switch (own.type) {
    case 'object':
      return Object.fromEntries(
        Object.entries(own.properties ?? {}).map(([key, value]) => [key, sampleOf(value)]),
      )
    case 'array':
      return own.items ? [sampleOf(own.items)] : []
    case 'integer':
    case 'number':
      return Math.max(own.minimum ?? 0, 0)
    case 'boolean':
      return true
    default:
      return '0b0d2c1e-1f5c-4c0e-9d7e-6a1f3f0f3a55'
  }
}

describe(`whatever the window sends (LINEWORK_SEED=${seed})`, () => {
  it.each(names)('%s refuses or takes it, and never throws', (name) => {
    assert(
      property(oneof(nasty, dictionary(constantFrom(...fieldsOf(name)), nasty)), (input) =>
        expectSound(readInput(name, input)),
      ),
      { seed, numRuns: 150 },
    )
    expect(Object.hasOwn(Object.prototype, 'admin')).toBe(false)
  })

  it.each(names.filter((name) => fieldsOf(name)[0] !== 'x'))(
    '%s names the field that is of the wrong kind',
    (name) => {
      const sample = sampleOf(schemaOf(name))
      if (typeof sample !== 'object' || sample === null) return
      for (const [field, value] of Object.entries(sample)) {
        const result = readInput(name, { ...sample, [field]: typeof value === 'object' ? 7 : {} })
        if (result.ok) throw new Error(`${name} took ${field}`)
        expectSound(result)
      }
    },
  )
})
