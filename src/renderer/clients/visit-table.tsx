import { useState } from 'react'
import type { AppointmentView } from '../../domain/views.ts'
import styles from './page.module.css'
import { text } from './text.ts'
import { VisitRow } from './visit-row.tsx'

interface VisitTableProps {
  label: string
  appointments: readonly AppointmentView[]
}

const columns = ['when', 'what', 'status', 'deposit', 'steps'] as const

export const VisitTable = ({ label, appointments }: VisitTableProps) => {
  const [open, setOpen] = useState<string | null>(null)
  return (
    <table className={styles.table} aria-label={label}>
      <thead>
        <tr>
          {columns
            .map((column) => text[column])
            .map((name) => (
              <th key={name} scope="col">
                <span className="visually-hidden">{name}</span>
              </th>
            ))}
        </tr>
      </thead>
      <tbody>
        {appointments.map((appointment) => (
          <VisitRow
            key={appointment.id}
            appointment={appointment}
            open={open === appointment.id}
            onToggle={() => setOpen(open === appointment.id ? null : appointment.id)}
          />
        ))}
      </tbody>
    </table>
  )
}
