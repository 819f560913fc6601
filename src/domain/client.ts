export interface Client {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly phone: string
  readonly notes: string
  /** Never leaves this computer. */
  readonly allergies: string
}

/** What is left of a client whose data was erased. */
export const erasedName = 'Erased client'

/** What a person would call the same number: digits only, a leading 00 read as +. */
export const phoneKey = (phone: string): string =>
  phone.replaceAll(/[^\d+]/g, '').replace(/^00/, '+')

/** What two ways to write one number share, with its country or without: its last nine digits. */
export const phoneTail = (phone: string): string => phone.replaceAll(/\D/g, '').slice(-9)

export const emailKey = (email: string): string => email.trim().toLowerCase()

/** The name as it is searched for: no accents, no case, single spaces. */
export const nameKey = (name: string): string =>
  name
    .normalize('NFKD')
    .replaceAll(/\p{Mark}/gu, '')
    .toLowerCase()
    .replaceAll(/\s+/g, ' ')
    .trim()

/** Nothing that was entered is lost: the first text, and the second unless the first has it. */
export const bothTexts = (first: string, second: string): string =>
  first.includes(second.trim()) ? first : [first, second].filter(Boolean).join('\n')
