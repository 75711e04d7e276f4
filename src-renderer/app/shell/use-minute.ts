import { useEffect, useState } from 'react'

/** Draws anew when the wall clock shows another minute. */
export function useMinute(): void {
  const [, setMinute] = useState(0)
  useEffect(() => {
    const minute = () => Math.floor(Date.now() / 60_000)
    setMinute(minute())
    // Every second, since a computer that slept must not show the minute at which it fell asleep.
    const timer = setInterval(() => setMinute(minute()), 1000)
    return () => clearInterval(timer)
  }, [])
}
