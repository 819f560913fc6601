import { questions, type ParsedOf } from '../../contract/questions.ts'
import { fail, ok, type Result } from '../../domain/failure.ts'
import { sentence } from '../../domain/sentence.ts'

const variables = {
  baseUrl: 'NEXTCLOUD_BASE_URL',
  username: 'NEXTCLOUD_USERNAME',
  password: 'NEXTCLOUD_PASSWORD',
  calendarBasePath: 'NEXTCLOUD_CALENDAR_BASE_PATH',
} as const

const needed = ['baseUrl', 'username', 'password'] as const

/**
 * The account that environment variables describe, for the first start; null where there are none.
 * Fails with `invalid-input`, naming the variable that is missing or makes no sense.
 */
export const accountFromEnvironment = (
  environment: Readonly<Record<string, string | undefined>>,
): Result<ParsedOf<'accounts.create'> | null> => {
  const given = Object.fromEntries(
    Object.entries(variables).flatMap(([field, variable]) => {
      const value = environment[variable]?.trim()
      return value ? [[field, value]] : []
    }),
  )
  if (needed.every((field) => given[field] === undefined)) return ok(null)
  const missing = needed.find((field) => given[field] === undefined)
  if (missing !== undefined)
    return fail('invalid-input', sentence`${{ variable: variables[missing] }} is not set.`, {
      field: variables[missing],
      remedy: 'Set all three: address, user name and app password.',
    })
  const parsed = questions['accounts.create'].input.safeParse(given)
  if (parsed.success) return ok(parsed.data)
  const [issue] = parsed.error.issues
  const field = Object.entries(variables).find(([name]) => name === issue?.path[0])?.[1]
  const variable = field ?? sentence`The account`
  const problem = issue?.message ?? sentence`is wrong`
  return fail('invalid-input', sentence`${{ variable }} ${{ problem }}.`, {
    ...(field && { field }),
  })
}
