import { useEffect } from 'react'
import type { Command } from '../../contract/announcements.ts'
import { belongsToFocus } from '../ui/keys.ts'

const keys: Record<string, Command> = {
  n: 'new-booking',
  t: 'today',
  g: 'go-to-date',
  d: 'show-day',
  w: 'show-week',
  l: 'show-list',
  ArrowLeft: 'previous',
  ArrowRight: 'next',
}

const withControl: Record<string, Command> = { n: 'new-booking', r: 'sync', ',': 'show-settings' }

/** The command a key stands for, or null. */
export const commandOf = (event: KeyboardEvent): Command | null => {
  if (event.defaultPrevented || event.isComposing || event.altKey) return null
  if (event.key === 'F5') return 'sync'
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key
  if (event.ctrlKey || event.metaKey) return event.shiftKey ? null : (withControl[key] ?? null)
  return belongsToFocus(event) || event.shiftKey ? null : (keys[key] ?? null)
}

/** Runs commands from keys; what a key did does not reach the menu a second time. */
export const useShortcuts = (run: (command: Command) => void): void => {
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      const command = commandOf(event)
      if (!command) return
      event.preventDefault()
      run(command)
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [run])
}
