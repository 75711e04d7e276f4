import { useEffect } from 'react'
import { useClient } from '#renderer/client/client-provider.tsx'
import { useSession } from '#renderer/client/session.tsx'

const TELLS_EVERY_MS = 60_000
const LOOKS_EVERY_MS = 5_000

/**
 * Tells the station that a hand is at the keyboard, once a minute at most, and locks the screen when none was for as long as
 * the station allows. The core locks by itself too; this one makes the screen agree at once.
 */
export function usePresence(): void {
  const { ask } = useClient()
  const { idleLockSeconds } = useSession()
  useEffect(() => {
    let seenAt = performance.now()
    let toldAt = seenAt
    const onHand = () => {
      seenAt = performance.now()
      if (seenAt - toldAt < Math.min(TELLS_EVERY_MS, idleLockSeconds * 250)) return
      toldAt = seenAt
      void ask.local('session.touch', {})
    }
    const timer = setInterval(() => {
      const isIdle = idleLockSeconds > 0 && performance.now() - seenAt > idleLockSeconds * 1000
      if (isIdle) void ask.local('session.lock', {})
    }, LOOKS_EVERY_MS)
    window.addEventListener('keydown', onHand, { capture: true })
    window.addEventListener('pointerdown', onHand, { capture: true })
    return () => {
      clearInterval(timer)
      window.removeEventListener('keydown', onHand, { capture: true })
      window.removeEventListener('pointerdown', onHand, { capture: true })
    }
  }, [ask, idleLockSeconds])
}
