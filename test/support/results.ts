import type { Result } from '../../src/domain/failure.ts'

/** The value of a result that must be good; otherwise the test fails with the failure's words. */
export const valueOf = <T>(result: Result<T>): T => {
  if (result.ok) return result.value
  throw new Error(`${result.error.kind}: ${result.error.message}`)
}

/** The kind of failure of a result that must be one. */
export const kindOf = (result: Result<unknown>): string => {
  if (!result.ok) return result.error.kind
  throw new Error(`not a failure: ${JSON.stringify(result.value)}`)
}
