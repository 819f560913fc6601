import { useState, type ReactNode } from 'react'
import type { CalendarView } from '../../domain/views.ts'
import { MatchList } from '../connect/match-list.tsx'
import { useMatching } from '../connect/matching.ts'
import { TestList } from '../connect/test-list.tsx'
import { text as connectText } from '../connect/text.ts'
import { act } from '../stores/act.ts'
import { Button } from '../ui/button.tsx'
import { Spinner } from '../ui/message.tsx'
import { StepFrame } from './step-frame.tsx'
import { text } from './text.ts'

interface MatchStepProps {
  accountId: string
  onBack: () => void
  children: ReactNode
}

const finish = (): void => void act('settings.update', { ready: true })

/** Says whose each discovered calendar is, makes the artists, connects and tests them. */
export const MatchStep = ({ accountId, onBack, children }: MatchStepProps) => {
  const matching = useMatching(accountId)
  const { matches, busy, clashes } = matching
  const [connected, setConnected] = useState<readonly CalendarView[] | null>(null)

  const connect = async (): Promise<void> => {
    const all = await matching.connect()
    if (all?.length === 0) finish()
    else setConnected(all)
  }
  const open = (
    <Button look="ink" size="large" onPress={finish}>
      {text.finish}
    </Button>
  )
  if (connected)
    return (
      <StepFrame
        steps={children}
        title={connectText.testTitle}
        body={text.testBody}
        hint={text.testWrites}
        buttons={open}
      >
        <TestList calendars={connected} />
      </StepFrame>
    )
  const wanted = matches?.some(({ owner }) => !('nobody' in owner)) ?? false
  return (
    <StepFrame
      steps={children}
      title={connectText.matchTitle}
      body={connectText.matchBody}
      hint={text.testWrites}
      buttons={
        <>
          <Button size="large" onPress={onBack}>
            {text.back}
          </Button>
          {matches && !wanted ? (
            open
          ) : (
            <Button
              look="ink"
              size="large"
              isDisabled={matches === null || busy || clashes.size > 0}
              onPress={() => void connect()}
            >
              {connectText.connectAndTest}
              {busy && <Spinner />}
            </Button>
          )}
        </>
      }
    >
      <MatchList matching={matching} />
    </StepFrame>
  )
}
