import type { DraftClient } from '../stores/draft.ts'

/** A new client from what was typed to find one: a name, or the number or address they gave first. */
export const typedClient = (typed: string): Extract<DraftClient, { kind: 'new' }> => {
  const blank = { kind: 'new', name: '', email: '', phone: '' } as const
  if (typed.includes('@')) return { ...blank, email: typed }
  return /^[\d\s+()/.-]*\d[\d\s+()/.-]*$/.test(typed)
    ? { ...blank, phone: typed }
    : { ...blank, name: typed }
}
