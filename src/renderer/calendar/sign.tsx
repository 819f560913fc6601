import {
  Banknote,
  Check,
  CircleDashed,
  Clock,
  CloudUpload,
  DoorOpen,
  Smartphone,
  TriangleAlert,
  type LucideIcon,
} from 'lucide-react'
import { memo } from 'react'

const drawings = {
  trouble: TriangleAlert,
  unsent: CloudUpload,
  pending: CircleDashed,
  arrived: DoorOpen,
  completed: Check,
  moved: Smartphone,
  alternates: Clock,
  deposit: Banknote,
} as const satisfies Record<string, LucideIcon>

export type SignName = keyof typeof drawings

/** The signs of all cards, drawn once: a circle of dashes alone is eight elements. */
export const SignSheet = memo(() => (
  <svg width="0" height="0" style={{ position: 'absolute' }} aria-hidden="true">
    {Object.entries(drawings).map(([name, Drawing]) => (
      <symbol key={name} id={`sign-${name}`} viewBox="0 0 24 24">
        <Drawing size={24} strokeWidth={1.75} />
      </symbol>
    ))}
  </svg>
))

interface SignProps {
  name: SignName
  size: number
  className?: string | undefined
}

export const Sign = ({ name, size, className }: SignProps) => (
  <svg width={size} height={size} className={className} aria-hidden="true">
    <use href={`#sign-${name}`} />
  </svg>
)
