export interface Client {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly phone: string
  readonly notes: string
  /** Never leaves this computer. */
  readonly allergies: string
}

/** What a person would call the same number: digits only, a leading 00 read as +. */
export const phoneKey = (phone: string): string =>
  phone.replaceAll(/[^\d+]/g, '').replace(/^00/, '+')

export const emailKey = (email: string): string => email.trim().toLowerCase()

/** The name as it is searched for: no accents, no case, single spaces. */
export const nameKey = (name: string): string =>
  name
    .normalize('NFKD')
    .replaceAll(/\p{Mark}/gu, '')
    .toLowerCase()
    .replaceAll(/\s+/g, ' ')
    .trim()
