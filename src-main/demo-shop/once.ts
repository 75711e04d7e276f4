// What years of orders ask for again and again, answered once each.
import type { CommandContext } from '#main/platform/bus/module.ts'
import type { Store } from '#main/platform/changes/store.ts'
import type { DocumentOf, Entity } from '#shared/kernel/change/entity.ts'
import { businessDay } from '#shared/kernel/dates.ts'
import { buildLine } from '#shared/sales-orders/order-line.ts'
import { salesOrderEntity } from '#shared/sales-orders/replication.ts'

const quarterOfAnHour = 15 * 60_000

/** Customers and products are read once: nobody changes them while the shop is being filled. */
export function readOnce(store: Store): CommandContext['read'] {
  const known = new Map<string, unknown>()
  return <E extends Entity>(entity: E, id: string) => {
    if (known.has(id)) return known.get(id) as DocumentOf<E>
    const document = store.read(entity, id)
    if (document !== undefined && entity.name !== salesOrderEntity.name) known.set(id, document)
    return document
  }
}

/** Prices each make-up once: a year of orders repeats the same few hundred lines. */
export function pricedOnce(): typeof buildLine {
  const known = new Map<string, ReturnType<typeof buildLine>>()
  return (what, product, around) => {
    if (what.kind !== 'product') return buildLine(what, product, around)
    const { rush, customerDiscount, paperLanguage, vatTreatment } = around
    // The generator names members in one order always; another order would only mean pricing once more.
    const key = JSON.stringify([what, rush, customerDiscount, paperLanguage, vatTreatment])
    const found = known.get(key)
    if (found !== undefined) return found
    const built = buildLine(what, product, around)
    known.set(key, built)
    return built
  }
}

/** The calendar day of a moment; clocks change on a quarter of an hour, so each quarter is asked for once. */
export function daysOnce(timeZone: string): (milliseconds: number) => string {
  const known = new Map<number, string>()
  return (milliseconds) => {
    const key = Math.floor(milliseconds / quarterOfAnHour)
    const found = known.get(key)
    if (found !== undefined) return found
    const day = businessDay(new Date(milliseconds).toISOString(), timeZone)
    known.set(key, day)
    return day
  }
}
