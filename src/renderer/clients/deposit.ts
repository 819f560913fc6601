import type { Appointment } from '../../domain/appointment.ts'
import { text } from './text.ts'

/** The deposit of an appointment in a word or two; a no-show's is kept. */
export const depositLine = (
  {
    depositCents,
    depositState,
    status,
  }: Pick<Appointment, 'depositCents' | 'depositState' | 'status'>,
  money: (cents: number) => string,
): string => {
  if (depositCents === null || depositState === 'none') return text.noDeposit
  const amount = money(depositCents)
  if (depositState === 'asked') return text.asked(amount)
  if (depositState === 'returned') return text.returned(amount)
  return status === 'NO_SHOW' ? text.kept(amount) : text.paid(amount)
}
