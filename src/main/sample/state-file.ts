import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { z } from 'zod'
import type { SampleState } from './server/state.ts'

const revision = z.int()

const object = z.object({
  file: z.string(),
  text: z.string(),
  uid: z.string(),
  etag: z.string(),
  revision,
  modified: z.number(),
})

const state = z.object({
  calendars: z.array(
    z.object({
      owner: z.string(),
      name: z.string(),
      displayName: z.string(),
      color: z.string(),
      timezone: z.string(),
      components: z.array(z.string()),
      readOnly: z.boolean(),
      shares: z.array(z.tuple([z.string(), z.object({ write: z.boolean() })])),
      revision,
      oldestToken: revision,
      objects: z.array(object),
      deleted: z.array(z.tuple([z.string(), revision])),
      trash: z.array(z.string()),
    }),
  ),
}) satisfies z.ZodType<SampleState>

/** What the file holds; null when there is none, or none that can be read. */
export const readState = (file: string): SampleState | null => {
  try {
    return state.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return null
  }
}

/** Replaces the file as a whole: a program that is killed leaves the old one or the new one. */
export const writeState = (file: string, contents: SampleState): void => {
  const next = `${file}.new`
  writeFileSync(next, JSON.stringify(contents))
  renameSync(next, file)
}
