import { create } from 'zustand'
import type { Settings } from '../../domain/settings.ts'

/** The studio's settings as they are typed, and sent all at once. */
export type StudioDraft = Partial<
  Pick<Settings, 'studioName' | 'zone' | 'hours' | 'slotMinutes' | 'currency'>
>

/** Only what was changed and not saved; it stays while other pages are looked at. */
export const useSettingsDraft = create<{ readonly draft: StudioDraft }>(() => ({ draft: {} }))

export const editSettings = (changes: StudioDraft): void =>
  useSettingsDraft.setState(({ draft }) => ({ draft: { ...draft, ...changes } }))

export const dropSettingsDraft = (): void => useSettingsDraft.setState({ draft: {} })

/** What of the draft is another than what is saved. */
export const unsavedOf = (draft: StudioDraft, settings: Settings): StudioDraft =>
  Object.fromEntries(
    Object.entries(draft).filter(
      ([key, value]) => JSON.stringify(value) !== JSON.stringify(Reflect.get(settings, key)),
    ),
  )
