import type { z } from 'zod'
import { questions, type ParsedOf, type QuestionName } from '../../contract/questions.ts'
import { fail, ok, type Result } from '../../domain/failure.ts'
import { sentence, type Sentence } from '../../domain/sentence.ts'

export const isQuestion = (name: unknown): name is QuestionName =>
  typeof name === 'string' && Object.hasOwn(questions, name)

const schemas: { readonly [Name in QuestionName]: { readonly input: z.ZodType<ParsedOf<Name>> } } =
  questions

const missing = 'is missing'

/** What to say of a field whose schema has no words of its own. */
const predicate: z.core.$ZodErrorMap = (issue) => {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? missing : 'is not of the right kind'
    case 'invalid_value':
      return 'is not one of the choices'
    case 'too_small':
    case 'too_big':
      return limitOf(issue)?.message
    default:
      return 'is not valid'
  }
}

const limitOf = (issue: Parameters<z.core.$ZodErrorMap>[0] | z.core.$ZodIssue): Sentence | null => {
  if (issue.code === 'too_small')
    return sentence`must be at least ${{ least: String(issue.minimum) }}`
  if (issue.code === 'too_big') return sentence`must be at most ${{ most: String(issue.maximum) }}`
  return null
}

const problemOf = (issue: Problem): Sentence => {
  const limit = 'code' in issue ? limitOf(issue) : null
  return limit?.message === issue.message ? limit : { message: issue.message }
}

type Problem = z.core.$ZodIssue | { readonly path: PropertyKey[]; readonly message: string }

/** The issue to show first; of a choice between shapes, that of the shape the input comes closest to. */
const firstIssue = (issues: readonly z.core.$ZodIssue[]): Problem => {
  const issue = issues[0]
  if (!issue) return { path: [], message: 'is not valid' }
  if (issue.code !== 'invalid_union') return issue
  const branch = issue.errors.find((errors) => errors.every(({ message }) => message !== missing))
  const inner = firstIssue(branch ?? issue.errors.at(-1) ?? [])
  return { ...inner, path: [...issue.path, ...inner.path] }
}

/** `['client', 'bufferBefore']` is “Buffer before”. */
const label = (path: readonly PropertyKey[]): string => {
  const name = path.findLast((part) => typeof part === 'string') ?? 'input'
  const words = name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** Parses what came over the border; `invalid-input` names the field and says what is wrong with it. */
export const readInput = <Name extends QuestionName>(
  name: Name,
  input: unknown,
): Result<ParsedOf<Name>> => {
  const parsed = schemas[name].input.safeParse(input, { error: predicate })
  if (parsed.success) return ok(parsed.data)
  const issue = firstIssue(parsed.error.issues)
  const field: Sentence = { message: label(issue.path) }
  return fail('invalid-input', sentence`“${{ field }}” ${{ problem: problemOf(issue) }}.`, {
    field: issue.path.join('.'),
  })
}
