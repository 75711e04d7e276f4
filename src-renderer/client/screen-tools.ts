import type { TFunction } from 'i18next'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Format } from '#shared/kernel/format.ts'
import type { Ask } from './ask.ts'
import { useClient } from './client-provider.tsx'
import { type House, useHouse } from './house.tsx'
import { type Go, useGo } from './navigation.tsx'
import { type Session, useSession } from './session.tsx'
import { useFormat } from './use-format.ts'

/** What code outside of components (a palette group, a scan pattern) works with; components have the hooks. */
export interface ScreenTools {
  readonly ask: Ask
  /** Takes keys with their namespace: `sales-orders:palette.heading`. */
  readonly t: TFunction
  readonly format: Format
  readonly house: House
  readonly session: Session
  readonly go: Go
  readonly newId: () => string
}

export function useScreenTools(): ScreenTools {
  const { ask, newId } = useClient()
  const { t } = useTranslation()
  const format = useFormat()
  const house = useHouse()
  const session = useSession()
  const go = useGo()
  return useMemo(() => ({ ask, t, format, house, session, go, newId }), [ask, t, format, house, session, go, newId])
}
