import { useCallback, useSyncExternalStore } from 'react'
import { useSession } from '#renderer/client/index.ts'
import { lastViewedKey, readViewed, type ViewedOrder, withViewed } from './last-viewed.ts'

interface LastViewed {
  readonly viewed: readonly ViewedOrder[]
  readonly note: (order: ViewedOrder) => void
}

/** This person's last orders at this station; another window's are seen too. */
export function useLastViewed(): LastViewed {
  const { user } = useSession()
  const key = lastViewedKey(user?.id ?? '')
  const kept = useSyncExternalStore(listen, () => localStorage.getItem(key))
  const note = useCallback(
    (order: ViewedOrder) => {
      const next = withViewed(readViewed(localStorage.getItem(key)), order)
      localStorage.setItem(key, JSON.stringify(next))
    },
    [key],
  )
  return { viewed: readViewed(kept), note }
}

function listen(onChange: () => void): () => void {
  window.addEventListener('storage', onChange)
  return () => window.removeEventListener('storage', onChange)
}
