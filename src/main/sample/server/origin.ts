/** Where the sample server lives: a name that can never be resolved (RFC 6761 §6.4). */
export const ORIGIN = 'https://sample.linework.invalid'
