import { TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import type { Failure } from '../../domain/failure.ts'
import type { Settings } from '../../domain/settings.ts'
import { ask } from '../bridge.ts'
import { words } from '../i18n/words.ts'
import { usePlace } from '../stores/place.ts'
import {
  dropSettingsDraft,
  editSettings,
  unsavedOf,
  useSettingsDraft,
} from '../stores/settings-draft.ts'
import { computerZone, useSettings } from '../stores/studio.ts'
import { tell } from '../stores/toasts.ts'
import { Button } from '../ui/button.tsx'
import { FailureNote } from '../ui/message.tsx'
import { Select } from '../ui/select.tsx'
import { TextField } from '../ui/text-field.tsx'
import { copyHours, hoursAreValid, WeekHoursField } from '../ui/week-hours.tsx'
import { ZoneField } from '../ui/zone-field.tsx'
import { Holidays } from './holidays.tsx'
import styles from './settings.module.css'
import own from './studio.module.css'
import { text } from './text.ts'

const studio = words.studio

/** What studios around here are paid in; any other can be asked for. */
const currencies = [
  'EUR',
  'CHF',
  'GBP',
  'USD',
  'CAD',
  'AUD',
  'NZD',
  'DKK',
  'SEK',
  'NOK',
  'PLN',
  'CZK',
  'HUF',
  'RON',
  'BGN',
  'TRY',
  'JPY',
]

const grids = [5, 10, 15, 20, 30, 60]

export const StudioSection = () => {
  const settings = useSettings()
  return (
    <div className={styles.page}>
      <div className={styles.head}>
        <div>
          <h2>{text.sections.studio}</h2>
        </div>
      </div>
      {settings && <StudioForm settings={settings} />}
      <Holidays />
    </div>
  )
}

const StudioForm = ({ settings }: { settings: Settings }) => {
  const draft = useSettingsDraft((edited) => edited.draft)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const { locale } = usePlace()
  const currencyNames = new Intl.DisplayNames(locale, { type: 'currency' })
  const { studioName, zone, hours, slotMinutes, currency } = { ...settings, ...draft }
  const { hours: newHours, ...others } = unsavedOf(draft, settings)
  const unsaved = newHours !== undefined || Object.keys(others).length > 0
  const named = studioName.trim() !== ''
  const valid = hoursAreValid(hours)

  const save = async (): Promise<void> => {
    setBusy(true)
    const result = await ask('settings.update', {
      ...others,
      ...(newHours ? { hours: copyHours(newHours) } : {}),
    })
    setBusy(false)
    setFailure(result.ok ? null : result.error)
    if (!result.ok) return
    dropSettingsDraft()
    tell('ok', text.saved)
  }
  return (
    <form
      noValidate
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        if (unsaved && named && valid && !busy) void save()
      }}
    >
      <TextField
        label={text.studioName}
        value={studioName}
        onChange={(typed) => editSettings({ studioName: typed })}
        error={named ? undefined : studio.nameMissing}
      />
      <ZoneField
        label={text.zone}
        value={zone}
        onChange={(chosen) => editSettings({ zone: chosen })}
        aside={zone === computerZone() ? text.zoneAgrees : text.zoneDiffers(computerZone())}
      />
      <Select
        label={text.slotGrid}
        aside={text.slotHint}
        value={String(slotMinutes)}
        onChange={(id) => editSettings({ slotMinutes: Number(id) })}
        choices={grids.map((minutes) => ({ id: String(minutes), name: text.minutes(minutes) }))}
      />
      <Select
        label={text.currency}
        value={currency}
        onChange={(id) => editSettings({ currency: id })}
        choices={currencies.map((id) => ({ id, name: currencyNames.of(id) ?? id, detail: id }))}
      />
      <WeekHoursField
        label={text.openingHours}
        value={hours}
        onChange={(changed) => editSettings({ hours: changed })}
      />
      {!valid && <p role="alert">{text.hoursInvalid}</p>}
      {failure && <FailureNote failure={failure} />}
      <div className={own.footer} data-unsaved={unsaved || undefined}>
        <Button look="ink" type="submit" isDisabled={!unsaved || !named || !valid || busy}>
          {text.save}
        </Button>
        {unsaved && (
          <>
            <Button onPress={dropSettingsDraft}>{studio.discard}</Button>
            <span role="status">
              <TriangleAlert size={14} strokeWidth={1.75} aria-hidden="true" />
              {studio.notSaved}
            </span>
          </>
        )}
      </div>
    </form>
  )
}
