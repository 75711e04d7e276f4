import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react'
import type { Currency } from '#shared/kernel/currency.ts'
import { businessDay, type CalendarDate, type Instant, instantFromMillis, type TimeZone } from '#shared/kernel/dates.ts'
import { useSession } from './session.tsx'
import { useQuery } from './use-query.ts'

/** What every screen needs to know about the shop: its money, its calendar and its clock. */
export interface House {
  readonly name: string
  readonly country: string
  readonly currency: Currency
  readonly timeZone: TimeZone
  /** Language of papers where nobody has another. */
  readonly language: string
  readonly today: CalendarDate
  readonly now: () => Instant
  readonly pricesIncludeVat: boolean
}

const HouseContext = createContext<House | null>(null)

export function useHouse(): House {
  const house = useContext(HouseContext)
  if (house === null) throw new Error('The shop is known only inside the HouseProvider')
  return house
}

/** Keeps the shop's facts, and turns the business day at midnight of its zone without anybody touching the screen. */
export function HouseProvider({ children }: { children: ReactNode }) {
  const { user } = useSession()
  const company = useQuery('company.get', {}, { isWanted: user !== null }).value ?? null
  const timeZone = company?.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone
  const today = useBusinessDay(timeZone)
  const house = useMemo<House>(
    () => ({
      name: company?.name ?? '',
      country: company?.country ?? '',
      currency: company?.currency ?? 'EUR',
      timeZone,
      language: company?.language ?? 'en',
      today,
      now: currentInstant,
      pricesIncludeVat: company?.pricesIncludeVat ?? false,
    }),
    [company, timeZone, today],
  )
  return <HouseContext value={house}>{children}</HouseContext>
}

function currentInstant(): Instant {
  return instantFromMillis(Date.now())
}

function useBusinessDay(timeZone: TimeZone): CalendarDate {
  const [today, setToday] = useState(() => businessDay(currentInstant(), timeZone))
  useEffect(() => {
    const look = () => setToday(businessDay(currentInstant(), timeZone))
    look()
    const timer = setInterval(look, 10_000)
    return () => clearInterval(timer)
  }, [timeZone])
  return today
}
