import { startRadicale } from './radicale.ts'
import { startSabre } from './sabre.ts'
import { startSample } from './sample.ts'
import type { TestServer } from './test-server.ts'
import { startXandikos } from './xandikos.ts'

/** Every server a suite has to pass on, for `describe.each`. */
export const servers: readonly (readonly [name: string, start: () => Promise<TestServer>])[] = [
  ['sample server', startSample],
  ['Radicale', startRadicale],
  ['Xandikos', startXandikos],
  ['sabre/dav 1.8', startSabre],
]
