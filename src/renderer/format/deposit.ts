import type { DepositState } from '../../domain/appointment.ts'
import { words } from '../i18n/words.ts'

interface Deposit {
  readonly depositCents?: number | null | undefined
  readonly depositState?: DepositState | undefined
}

/** `€80, not paid yet`, `€80`, `Paid`; empty where there is no deposit. */
export const depositText = (
  { depositCents, depositState = 'none' }: Deposit,
  money: (cents: number) => string,
): string => {
  const amount = typeof depositCents === 'number' ? money(depositCents) : ''
  if (depositState === 'none') return amount
  return amount === ''
    ? words.booking.deposits[depositState]
    : `${amount}, ${words.requests.depositStates[depositState]}`
}
