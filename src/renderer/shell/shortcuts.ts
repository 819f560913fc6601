import { useEffect } from 'react'
import type { Command } from '../../contract/announcements.ts'
import { commandKeys } from '../format/command-keys.ts'
import { belongsToFocus, isTypedIn } from '../ui/keys.ts'

const commands: ReadonlyMap<string, Command> = new Map(commandKeys)

/** Shift is a part of the letter, and of signs that cannot be typed without it. */
const keysOf = (event: KeyboardEvent): string => {
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key
  if (event.ctrlKey || event.metaKey) return `Ctrl+${event.shiftKey ? 'Shift+' : ''}${key}`
  return event.shiftKey && /^\p{L}$/u.test(event.key) ? `Shift+${event.key.toUpperCase()}` : key
}

/** The command a key stands for, or null. */
export const commandOf = (event: KeyboardEvent): Command | null => {
  if (event.defaultPrevented || event.isComposing || event.altKey) return null
  const keys = keysOf(event)
  const command = commands.get(keys) ?? null
  // A field undoes what was typed in it itself.
  if (command === 'undo') return isTypedIn(event) ? null : command
  const single = !/^(Ctrl\+|F\d)/.test(keys)
  return single && belongsToFocus(event) ? null : command
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
