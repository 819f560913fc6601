import type { Client } from '../../domain/client.ts'
import type { Failure } from '../../domain/failure.ts'
import { useClients } from '../stores/reads.ts'
import { useLatest } from '../ui/use-latest.ts'

/** As many as one answer may hold. */
export const MOST = 10_000

export const everyone = { search: '', limit: MOST }

interface Found {
  readonly clients: readonly Client[] | undefined
  readonly failure: Failure | null
}

/** Who fits the search; the answer before stays until there is a new one, so the list never blinks. */
export const useFoundClients = (search: string): Found => {
  const { value, failure } = useClients({ search: search.trim(), limit: MOST })
  return { clients: useLatest(value), failure }
}
