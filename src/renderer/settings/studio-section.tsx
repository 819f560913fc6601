import { useState } from 'react'
import type { Settings } from '../../domain/settings.ts'
import { act } from '../stores/act.ts'
import { usePlace } from '../stores/place.ts'
import { computerZone, useSettings } from '../stores/studio.ts'
import { Button } from '../ui/button.tsx'
import { Select } from '../ui/select.tsx'
import { TextField } from '../ui/text-field.tsx'
import { copyHours, hoursAreValid, WeekHoursField } from '../ui/week-hours.tsx'
import { ZoneField } from '../ui/zone-field.tsx'
import styles from './settings.module.css'
import { text } from './text.ts'

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
        <h2>{text.sections.studio}</h2>
      </div>
      {settings && <StudioForm settings={settings} />}
    </div>
  )
}

const StudioForm = ({ settings }: { settings: Settings }) => {
  const [studioName, setStudioName] = useState(settings.studioName)
  const [zone, setZone] = useState(settings.zone)
  const [hours, setHours] = useState(settings.hours)
  const [slotMinutes, setSlotMinutes] = useState(settings.slotMinutes)
  const [currency, setCurrency] = useState(settings.currency)
  const { locale } = usePlace()
  const currencyNames = new Intl.DisplayNames(locale, { type: 'currency' })
  const valid = hoursAreValid(hours)
  return (
    <div className={styles.form}>
      <TextField label={text.studioName} value={studioName} onChange={setStudioName} />
      <ZoneField
        label={text.zone}
        value={zone}
        onChange={setZone}
        aside={zone === computerZone() ? text.zoneAgrees : text.zoneDiffers(computerZone())}
      />
      <Select
        label={text.slotGrid}
        aside={text.slotHint}
        value={String(slotMinutes)}
        onChange={(id) => setSlotMinutes(Number(id))}
        choices={grids.map((minutes) => ({ id: String(minutes), name: text.minutes(minutes) }))}
      />
      <Select
        label={text.currency}
        value={currency}
        onChange={setCurrency}
        choices={currencies.map((id) => ({ id, name: currencyNames.of(id) ?? id, detail: id }))}
      />
      <WeekHoursField label={text.openingHours} value={hours} onChange={setHours} />
      {!valid && <p role="alert">{text.hoursInvalid}</p>}
      <Button
        look="ink"
        isDisabled={!valid}
        onPress={() =>
          void act(
            'settings.update',
            { studioName, zone, hours: copyHours(hours), slotMinutes, currency },
            text.saved,
          )
        }
      >
        {text.save}
      </Button>
    </div>
  )
}
