import { Lock, LockOpen } from 'lucide-react'
import { MINUTE } from '../../domain/interval.ts'
import { words } from '../i18n/words.ts'
import { act } from '../stores/act.ts'
import { usePinState } from '../stores/reads.ts'
import { askForPin } from '../stores/unlock.ts'
import { Bar } from '../ui/bar.tsx'
import { Button } from '../ui/button.tsx'
import { useRemaining } from '../ui/remaining.ts'
import { text } from './text.ts'

/** Whether the settings are open, until when, and the way to change that. */
export const SettingsBar = () => {
  const state = usePinState().value
  const left = useRemaining(state, 'locksInMs')
  if (!state) return <Bar title={text.settings} />
  if (!state.isSet) return <Bar title={text.settings} aside={words.pin.open} />
  if (state.isLocked)
    return (
      <Bar title={text.settings} aside={words.pin.locked}>
        <Button onPress={() => void askForPin()}>
          <LockOpen size={16} strokeWidth={1.75} aria-hidden="true" />
          {words.pin.unlock}
        </Button>
      </Bar>
    )
  return (
    <Bar title={text.settings} aside={words.pin.unlocked(Math.max(1, Math.ceil(left / MINUTE)))}>
      <Button onPress={() => void act('pin.lock')}>
        <Lock size={16} strokeWidth={1.75} aria-hidden="true" />
        {words.pin.lockNow}
      </Button>
    </Bar>
  )
}
