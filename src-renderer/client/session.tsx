import { createContext, type ReactNode, useContext, useEffect, useMemo } from 'react'
import type { OutputFor } from '#shared/contract.ts'
import { useClient } from './client-provider.tsx'
import { useLatest } from './use-latest.ts'
import { type Answer, useQuery } from './use-query.ts'

type Known = OutputFor<'session.current'>

/** Who is here and what they may do. Buttons ask `may`; the core asks again. */
export interface Session extends Known {
  /** Changes only when the grants do. */
  readonly may: (grant: string) => boolean
}

const SessionContext = createContext<Session | null>(null)

export function useSession(): Session {
  const session = useContext(SessionContext)
  if (session === null) throw new Error('Who is signed in is known only inside the SessionProvider')
  return session
}

interface SessionProviderProps {
  /** Drawn until the station has said who is here. */
  whileUnknown: (answer: Answer<Known>) => ReactNode
  children: ReactNode
}

export function SessionProvider({ whileUnknown, children }: SessionProviderProps) {
  const { onNotSignedIn } = useClient()
  const answer = useQuery('session.current', {})
  const askAgain = useLatest(answer.askAgain)
  // A session that ended by the clock is not announced; the first refusal tells.
  useEffect(() => onNotSignedIn(() => askAgain.current()), [onNotSignedIn, askAgain])
  const known = answer.value
  const grants = known?.grants
  const may = useMemo(() => {
    const held = new Set(grants)
    return (grant: string) => held.has('*') || held.has(grant)
  }, [grants])
  const session = useMemo(() => (known === undefined ? null : { ...known, may }), [known, may])
  if (session === null) return whileUnknown(answer)
  return <SessionContext value={session}>{children}</SessionContext>
}
