import { ArrowRight } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import type { Settings } from '../../domain/settings.ts'
import { formatTime } from '../format/time.ts'
import { act } from '../stores/act.ts'
import { useNow } from '../stores/clock.ts'
import { usePlace } from '../stores/place.ts'
import { computerZone } from '../stores/studio.ts'
import { Button } from '../ui/button.tsx'
import { TextField } from '../ui/text-field.tsx'
import { copyHours, hoursAreValid } from '../ui/week-hours.tsx'
import { ZoneField } from '../ui/zone-field.tsx'
import { OpeningHours } from './opening-hours.tsx'
import { StepFrame } from './step-frame.tsx'
import { text } from './text.ts'

interface StudioStepProps {
  settings: Settings
  onDone: () => void
  children: ReactNode
}

export const StudioStep = ({ settings, onDone, children }: StudioStepProps) => {
  const [studioName, setStudioName] = useState(settings.studioName)
  const [zone, setZone] = useState(settings.zone)
  const [hours, setHours] = useState(settings.hours)
  const now = formatTime(useNow(), { zone, locale: usePlace().locale })

  const save = async (): Promise<void> => {
    const result = await act('settings.update', { studioName, zone, hours: copyHours(hours) })
    if (result.ok) onDone()
  }
  const disabled = studioName.trim() === '' || !hoursAreValid(hours)
  return (
    <StepFrame
      steps={children}
      title={text.studioTitle}
      body={text.studioBody}
      hint={text.nothingLeaves}
      buttons={
        <Button look="ink" size="large" isDisabled={disabled} onPress={() => void save()}>
          {text.nextPin}
          <ArrowRight size={16} aria-hidden="true" />
        </Button>
      }
    >
      <TextField label={text.studioName} value={studioName} onChange={setStudioName} autoFocus />
      <ZoneField
        label={text.zone}
        value={zone}
        onChange={setZone}
        aside={zone === computerZone() ? text.zoneAgrees : text.zoneNow(now)}
      />
      <OpeningHours label={text.openingHours} value={hours} onChange={setHours} />
    </StepFrame>
  )
}
