import { useState } from 'react'
import type { AppointmentView } from '../../domain/views.ts'
import styles from './page.module.css'
import { text } from './text.ts'
import { VisitRow } from './visit-row.tsx'

interface VisitTableProps {
  label: string
  appointments: readonly AppointmentView[]
}

export const VisitTable = ({ label, appointments }: VisitTableProps) => {
  const [open, setOpen] = useState<string | null>(null)
  return (
    <table className={styles.table} aria-label={label}>
      <thead className="visually-hidden">
        <tr>
          <th scope="col">{text.when}</th>
          <th scope="col">{text.what}</th>
          <th scope="col">{text.status}</th>
          <th scope="col">{text.deposit}</th>
          <th scope="col">{text.steps}</th>
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
