import type { ComponentType } from 'react'
import type { Availability } from '../../domain/availability.ts'
import type { Interval } from '../../domain/interval.ts'
import type { AppointmentView } from '../../domain/views.ts'
import { dateAt, type LocalDate } from '../../domain/zone.ts'
import { useZone } from '../stores/studio.ts'
import styles from './requests.module.css'

/** What shows an artist's day; the calendar has it, and the window puts the two together. */
export type DayView = ComponentType<{
  artistId: string
  date: LocalDate
  appointmentId: string
  outlined: Interval & {
    readonly clientName: string
    readonly refused: boolean
    readonly fits: boolean
  }
}>

interface RequestDayProps {
  request: AppointmentView
  /** Whether its time is free, as far as is known. */
  answer: Availability | null
  Day: DayView
}

/** The artist's day around a request, with the wanted time outlined in it. */
export const RequestDay = ({ request, answer, Day }: RequestDayProps) => {
  const zone = useZone()
  const { id, artistId, start, end, clientName } = request
  return (
    <div className={styles.day}>
      <Day
        key={id}
        artistId={artistId}
        date={dateAt(start, zone)}
        appointmentId={id}
        outlined={{
          start,
          end,
          clientName,
          refused: answer !== null && !answer.available && !answer.overrulable,
          fits: answer?.available ?? false,
        }}
      />
    </div>
  )
}
