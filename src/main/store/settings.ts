import { eq, sql } from 'drizzle-orm'
import { computerSettings, studioSettings } from '../../contract/settings-fields.ts'
import { defaultSettings, type Settings } from '../../domain/settings.ts'
import type { Connection, Patch, Touch } from './connection.ts'
import { settings } from './schema.ts'

const fields = { ...studioSettings, ...computerSettings }

const parse = (stored: Readonly<Record<string, unknown>>): Settings => {
  const sound = Object.entries(fields).flatMap(([key, field]) => {
    const parsed = field.safeParse(stored[key])
    return parsed.success ? [[key, parsed.data]] : []
  })
  return { ...defaultSettings, ...Object.fromEntries(sound) }
}

export const settingsTable = (db: Connection, touch: Touch) => {
  const whole = db
    .select({
      text: sql<string>`json_group_object(${settings.key}, json(${settings.value}))`,
    })
    .from(settings)
    .prepare()
  let last = { text: '', settings: defaultSettings }

  const getValue = (key: string): unknown =>
    db.select().from(settings).where(eq(settings.key, key)).get()?.value

  const setValue = (key: string, value: unknown): void => {
    touch(...(key in fields ? (['settings'] as const) : []))
    db.insert(settings)
      .values({ key, value })
      .onConflictDoUpdate({ target: settings.key, set: { value } })
      .run()
  }

  return {
    /** The settings with the default for each one that is missing or makes no sense. */
    get(): Settings {
      // Asked for with nearly every other question, and hardly ever changed.
      const text = whole.get()?.text ?? '{}'
      if (text !== last.text) last = { text, settings: parse(JSON.parse(text)) }
      return last.settings
    },

    update(patch: Patch<Settings>): void {
      for (const [key, value] of Object.entries(patch))
        if (value !== undefined) setValue(key, value)
    },

    /** Anything else that is about this desk, such as where its window was; JSON. */
    getValue,
    setValue,
  }
}
