import {
  CalendarDays,
  CalendarPlus,
  CalendarRange,
  CalendarSearch,
  FileDown,
  Footprints,
  Inbox,
  Keyboard,
  LayoutList,
  Printer,
  RefreshCw,
  Settings,
  Undo2,
  Users,
  type LucideIcon,
} from 'lucide-react'
import type { Command } from '../../contract/announcements.ts'

/** The commands of the palette in the order they are offered; paging has its own keys. */
export const commandMarks: readonly (readonly [
  Exclude<Command, 'search' | 'previous' | 'next'>,
  LucideIcon,
])[] = [
  ['new-booking', CalendarPlus],
  ['book-now', Footprints],
  ['undo', Undo2],
  ['today', CalendarDays],
  ['go-to-date', CalendarSearch],
  ['show-day', CalendarDays],
  ['show-week', CalendarRange],
  ['show-list', LayoutList],
  ['show-requests', Inbox],
  ['show-clients', Users],
  ['show-sync', RefreshCw],
  ['show-settings', Settings],
  ['sync', RefreshCw],
  ['print-day', Printer],
  ['export', FileDown],
  ['show-keys', Keyboard],
]
