import { CalendarDays } from 'lucide-react'
import { useCallback } from 'react'
import { useCalendarView } from '../stores/calendar-view.ts'
import { useArtistList } from '../stores/reads.ts'
import { useActiveArtists, useSettings } from '../stores/studio.ts'
import { show, useShownDate, useView } from '../stores/view.ts'
import { Button } from '../ui/button.tsx'
import { Empty } from '../ui/message.tsx'
import { Unanswered } from '../ui/unanswered.tsx'
import { CardDialogs } from './card-dialogs.tsx'
import { CardMenu } from './card-menu.tsx'
import { DeskGrid } from './desk-grid.tsx'
import styles from './grid.module.css'
import { List } from './list.tsx'
import { Skeleton } from './skeleton.tsx'
import { text } from './text.ts'
import { useDayColumns, useWeekColumns } from './use-columns.ts'

/** The calendar in the layout that was chosen, or what stands in its way. */
export const CalendarScreen = () => {
  const date = useShownDate()
  const layout = useCalendarView((view) => view.layout)
  const settings = useSettings()
  const artists = useActiveArtists()
  const hidden = useView((view) => view.hiddenArtists)
  const loaded = useArtistList().value !== undefined
  const week = layout === 'week'
  const ofDay = useDayColumns(date, !week)
  const ofWeek = useWeekColumns(date, week)
  const { columns, ready, failure } = week ? ofWeek : ofDay
  const showAll = useCallback(() => useView.setState({ hiddenArtists: [] }), [])

  if (loaded && artists.length === 0)
    return (
      <Empty title={text.emptyTitle} icon={<CalendarDays size={32} strokeWidth={1.5} />}>
        <p>{text.empty}</p>
        <Button look="ink" onPress={() => show('settings')}>
          {text.toSettings}
        </Button>
      </Empty>
    )
  if (failure && !ready) return <Unanswered failure={failure} />
  if (!ready || !settings) return <Skeleton columns={columns.length || 4} />
  if (columns.length === 0 && hidden.length > 0)
    return (
      <Empty title={text.hidden}>
        <Button onPress={showAll}>{text.showAll}</Button>
      </Empty>
    )
  return (
    <div className={styles.screen}>
      <div className={styles.days}>
        {layout === 'list' ? (
          <List columns={columns} date={columns[0]?.date ?? date} />
        ) : (
          <DeskGrid key={layout} columns={columns} slotMinutes={settings.slotMinutes} />
        )}
      </div>
      <CardMenu />
      <CardDialogs />
    </div>
  )
}
