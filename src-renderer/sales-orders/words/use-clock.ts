import { useEffect, useMemo, useState } from 'react'
import { useHouse } from '#renderer/client/index.ts'
import { timeOfDay } from '#shared/kernel/dates.ts'

export interface Clock {
  readonly today: string
  /** `14:07` on the shop's wall; turns once a minute, so that what becomes late becomes it on screen. */
  readonly time: string
}

const LOOK_MS = 5_000

export function useClock(): Clock {
  const { today, now, timeZone } = useHouse()
  const [time, setTime] = useState(() => timeOfDay(now(), timeZone))
  useEffect(() => {
    const look = () => setTime(timeOfDay(now(), timeZone))
    look()
    const timer = setInterval(look, LOOK_MS)
    return () => clearInterval(timer)
  }, [now, timeZone])
  return useMemo(() => ({ today, time }), [today, time])
}
