import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import { I18nextProvider } from 'react-i18next'
import { type Ask, createAsk } from './ask.ts'
import { refresher } from './refresh.ts'
import type { Texts } from './texts/texts.ts'
import type { WireClient, WireState } from './wire/wire-client.ts'

/** What the screens get from outside, so that tests and the gallery can give them something else. */
export interface ClientPorts {
  readonly wire: WireClient
  readonly texts: Texts
  readonly newId: () => string
}

interface Client extends ClientPorts {
  readonly ask: Ask
  /** An answer said that nobody is signed in on this screen (any more). */
  readonly onNotSignedIn: (listen: () => void) => () => void
}

const ClientContext = createContext<Client | null>(null)

export function useClient(): Client {
  const client = useContext(ClientContext)
  if (client === null) throw new Error('Questions and actions need the ClientProvider around them')
  return client
}

export function useWireState(): WireState {
  const { wire } = useClient()
  return useSyncExternalStore(wire.onState, wire.state)
}

export function ClientProvider({ ports, children }: { ports: ClientPorts; children: ReactNode }) {
  const client = useMemo(() => clientOf(ports), [ports])
  return (
    <ClientContext value={client}>
      <I18nextProvider i18n={ports.texts.i18n}>
        <AnswersProvider>{children}</AnswersProvider>
      </I18nextProvider>
    </ClientContext>
  )
}

function clientOf(ports: ClientPorts): Client {
  const listeners = new Set<() => void>()
  const ask = createAsk(ports.wire.call, () => {
    for (const listen of listeners) listen()
  })
  return {
    ...ports,
    ask,
    onNotSignedIn: (listen) => {
      listeners.add(listen)
      return () => void listeners.delete(listen)
    },
  }
}

/**
 * A store of answers, kept fresh by announcements. The signed-in part of the program has one of its own per person (give
 * it a `key`), so that nobody sees what was answered to somebody with other rights.
 */
export function AnswersProvider({ children }: { children: ReactNode }) {
  const { wire } = useClient()
  const [queries] = useState(newQueryClient)
  useEffect(() => {
    const offAnnouncement = wire.onAnnouncement(refresher(queries))
    const offResumed = wire.onResumed(() => void queries.invalidateQueries())
    return () => {
      offAnnouncement()
      offResumed()
      queries.clear()
    }
  }, [wire, queries])
  return <QueryClientProvider client={queries}>{children}</QueryClientProvider>
}

function newQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      // The core says when an answer is stale; the wire itself tries again, and sees the network better than the browser.
      queries: {
        staleTime: Number.POSITIVE_INFINITY,
        retry: false,
        networkMode: 'always',
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
      },
    },
  })
}
