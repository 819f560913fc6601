import { create } from 'zustand'

interface Unlocking {
  /** Ends the dialog; true when the settings are open. */
  readonly answer: ((opened: boolean) => void) | null
}

export const useUnlocking = create<Unlocking>(() => ({ answer: null }))

let asking: Promise<boolean> | null = null

/** Shows the PIN's dialog; all who need it at the same time wait for the same one. */
export const askForPin = (): Promise<boolean> => {
  asking ??= new Promise<boolean>((resolve) => {
    const answer = (opened: boolean): void => {
      asking = null
      useUnlocking.setState({ answer: null })
      resolve(opened)
    }
    useUnlocking.setState({ answer })
  })
  return asking
}
