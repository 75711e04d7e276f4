import { useQuery } from '#renderer/client/index.ts'

/** What a design is looked at with. */
export interface Filling {
  readonly id: string
  readonly label: string
}

/** The latest real documents that a kind of paper is about; those of whose papers there are none here are left out. */
export function useFillings(about: string): readonly Filling[] {
  const orders = useQuery('salesOrder.list', { limit: 12 }, { isWanted: about === 'sales_order' }).value?.rows ?? []
  const products = useQuery('product.list', { limit: 12 }, { isWanted: about === 'product' }).value?.rows ?? []
  if (about === 'sales_order')
    return orders.flatMap(({ id, number, customerName }) =>
      number === null ? [] : [{ id, label: [number, customerName].filter(Boolean).join(', ') }],
    )
  return about === 'product'
    ? products.map(({ id, sku, name }) => ({ id, label: [sku, name].filter(Boolean).join(', ') }))
    : []
}
