import { type ComponentType, createContext, useContext } from 'react'

/** Where on an order's page a later feature draws something of its own. */
export type OrderPartPlace = 'papers' | 'payments'

/** A part of the sales order's page that another feature owns: its payments, its papers. */
export interface OrderPart {
  readonly id: string
  readonly rank: number
  readonly place: OrderPartPlace
  readonly Part: ComponentType<{ orderId: string }>
  readonly grant?: string
}

/** Filled by the shell with what all features offer to this person. */
export const OrderPartsContext = createContext<readonly OrderPart[]>([])

export function useOrderParts(place: OrderPartPlace): readonly OrderPart[] {
  return useContext(OrderPartsContext).filter((part) => part.place === place)
}
