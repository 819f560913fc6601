import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { computerSettings, studioSettings } from '../../src/contract/settings-fields.ts'
import { defaultSettings } from '../../src/domain/settings.ts'
import { createVault } from '../../src/main/admin/vault.ts'
import { alertSettings } from '../../src/main/alerts/settings.ts'
import { planOf, remembered } from '../../src/main/backup/plan.ts'
import { keyring } from '../support/keyring.ts'
import { NOW, openTestStore } from '../support/store.ts'

const fields = Object.keys({ ...studioSettings, ...computerSettings })
const keys = [...fields, 'alerts', 'backups', 'backup-state']

const json = fc.json().map((text): unknown => JSON.parse(text))

/** Values such as another version, or a hand with a database tool, may have left. */
const stored = fc.oneof(
  json.filter((value) => value !== null),
  fc.record(
    {
      mail: json,
      webhook: json,
      last: json,
      folder: json,
      calendars: json,
      checks: fc.dictionary(fc.string(), json, { noNullPrototype: true }),
      failure: json,
    },
    { requiredKeys: [], noNullPrototype: true },
  ),
)

test('whatever is stored as a setting, what makes no sense counts as not stored', () => {
  const store = openTestStore()
  const alertVault = createVault(keyring, { read: () => null, write: () => undefined })
  const alerts = alertSettings({ store, now: () => NOW, alertVault })
  fc.assert(
    fc.property(fc.constantFrom(...keys), stored, (key, value) => {
      store.transaction((tx) => tx.settings.setValue(key, value))
      expect(Object.keys(store.read.settings.get()).toSorted()).toEqual(
        Object.keys(defaultSettings).toSorted(),
      )
      expect(planOf(store.read).calendars).toMatch(/^(off|daily|weekly)$/)
      for (const { at } of Object.values(remembered(store.read).checks))
        expect(at).toBeTypeOf('number')
      expect(alerts.get().queued).toBe(0)
    }),
    { numRuns: 200 },
  )
})
