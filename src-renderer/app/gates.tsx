import { type ComponentType, lazy, type ReactNode, Suspense, useEffect, useMemo, useState } from 'react'
import { useClient } from '#renderer/client/client-provider.tsx'
import type { Gate, LoadScreen } from '#renderer/client/feature-screens.ts'
import { GateHoldContext } from '#renderer/client/gate-hold.tsx'
import { useSession } from '#renderer/client/session.tsx'
import { languages } from '#shared/kernel/language.ts'
import { useFeatureParts } from './all-features.tsx'

/** The first closed gate (first start, signing in) in place of the program; the program when all are open. */
export function Gates({ children }: { children: ReactNode }) {
  const session = useSession()
  const { gates } = useFeatureParts()
  const [held, setHeld] = useState<Gate | null>(null)
  const closed = held ?? gates.find((gate) => gate.isClosed(session))
  const value = useMemo(() => ({ hold: () => setHeld(closed ?? null), release: () => setHeld(null) }), [closed])
  const { texts } = useClient()
  const { isSetUp, language } = session
  const isOutside = closed !== undefined && isSetUp && held === null
  // Nobody has said theirs yet: the house's language. The first start speaks the one just chosen.
  useEffect(() => {
    if (isOutside) void texts.speak(languages.find((each) => each === language) ?? 'en')
  }, [isOutside, language, texts])
  if (closed === undefined) return children
  return (
    <GateHoldContext value={value}>
      <LoadedScreen key={closed.id} load={closed.load} />
    </GateHoldContext>
  )
}

/** A screen whose module is fetched when it is first drawn; nothing stands in its place for those milliseconds. */
function LoadedScreen({ load }: { load: LoadScreen }) {
  const Screen = useMemo(() => lazy(() => moduleOf(load)), [load])
  return (
    <Suspense fallback={null}>
      <Screen />
    </Suspense>
  )
}

async function moduleOf(load: LoadScreen): Promise<{ default: ComponentType }> {
  return { default: (await load()).Screen }
}
