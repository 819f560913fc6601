import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { AccountRow } from '../../src/main/store/accounts.ts'
import { openStore } from '../../src/main/store/open.ts'
import type { Store } from '../../src/main/store/store.ts'
import { addAccount, migrations } from './store.ts'

export interface StudioParts {
  readonly store: Store
  /** Frozen: nothing is sent to a server that does not exist. */
  readonly account: AccountRow
  readonly now: number
}

/** A folder for the window with a studio in its database that is set up, and holds what `fill` adds. */
export const makeStudioFolder = (
  zone: string,
  fill: (parts: StudioParts) => void = () => undefined,
): string => {
  const folder = mkdtempSync(join(tmpdir(), 'linework-studio-'))
  const now = Date.now()
  const store = openStore({ file: join(folder, 'linework.db'), migrations, now: () => now, zone })
  store.transaction((tx) => tx.settings.update({ ready: true, studioName: 'Black Fern', zone }))
  fill({ store, account: addAccount(store, { frozenAt: now }), now })
  store.close()
  return folder
}
