/** How a kept order form is named: the id the order will have, so that a form and its order are never taken for two. */
export const draftKind = 'salesOrder'

export function draftKeyOf(orderId: string): string {
  return `${draftKind}/${orderId}`
}

/** The order a kept form will become; null for a key of another kind. */
export function orderIdOfKey(key: string): string | null {
  return /^salesOrder\/(?<id>[0-9a-f-]{36})$/u.exec(key)?.groups?.id ?? null
}
