import { z } from 'zod'

/** The orders a person looked at last at this station (ORD-12): a station's own note, under the person's id. */
export interface ViewedOrder {
  readonly id: string
  readonly number: string
  readonly name: string
}

const most = 12
const schema = z.array(z.object({ id: z.string(), number: z.string(), name: z.string() }))

export function lastViewedKey(userId: string): string {
  return `counterproof.lastViewedOrders.${userId}`
}

export function readViewed(kept: string | null): readonly ViewedOrder[] {
  if (kept === null) return []
  try {
    const parsed = schema.safeParse(JSON.parse(kept))
    return parsed.success ? parsed.data.slice(0, most) : []
  } catch {
    return []
  }
}

/** Looked at again: to the front, once. */
export function withViewed(viewed: readonly ViewedOrder[], order: ViewedOrder): readonly ViewedOrder[] {
  return [order, ...viewed.filter((each) => each.id !== order.id)].slice(0, most)
}
