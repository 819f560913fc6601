import type { Command } from '../../contract/announcements.ts'
import type { DeepLink } from '../../domain/deep-link.ts'
import { hear } from '../bridge.ts'
import { refreshAnswers } from './answers.ts'
import { recheckAvailability } from './availability.ts'
import { useCalendarView } from './calendar-view.ts'
import { dropDraft, openAppointment } from './drawer.ts'
import { recallDraft } from './recall-draft.ts'
import { dropSettingsDraft } from './settings-draft.ts'
import { askWhetherUpdateWaits } from './update-waits.ts'
import { show, showDate, useView } from './view.ts'

/** Lets announcements refresh what is shown and commands run; returns what stops it. */
export const startHearing = (run: (command: Command) => void): (() => void) =>
  hear((said) => {
    if (said.type === 'changed') {
      refreshAnswers(said.topics)
      if (said.topics.includes('busy') || said.topics.includes('appointments'))
        recheckAvailability()
      if (said.topics.includes('updates')) void askWhetherUpdateWaits()
    } else if (said.type === 'sync-status') refreshAnswers(['sync-status'])
    else if (said.type === 'command') run(said.command)
    else if (said.type === 'open-appointment') {
      show('calendar')
      openAppointment(said.id)
    } else if (said.type === 'follow-link') followLink(said.link, run)
    else {
      // Another studio: ids of the one before mean nothing here.
      dropDraft()
      dropSettingsDraft()
      void recallDraft()
      useView.setState(useView.getInitialState(), true)
      useCalendarView.setState(useCalendarView.getInitialState(), true)
      refreshAnswers('all')
    }
  })

const followLink = (link: DeepLink, run: (command: Command) => void): void => {
  if (link.to === 'new-booking') return run('new-booking')
  if (link.to === 'screen') return show(link.screen)
  show('calendar')
  if (link.to === 'day') showDate(link.date)
  else openAppointment(link.id)
}
