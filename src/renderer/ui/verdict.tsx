import { Check, CloudOff, TriangleAlert, X } from 'lucide-react'
import type { Verdict } from '../format/verdict.ts'
import { Spinner } from './message.tsx'

export const VerdictSign = ({ verdict, size = 16 }: { verdict: Verdict; size?: number }) => {
  const look = { size, strokeWidth: 2, 'aria-hidden': true } as const
  if (verdict.sign === 'asking') return <Spinner size={size} />
  if (verdict.sign === 'free') return <Check {...look} />
  if (verdict.sign === 'unsure') return <CloudOff {...look} />
  return verdict.tone === 'warn' ? <TriangleAlert {...look} /> : <X {...look} />
}
