// What a station is asked to write, and how a command is told: the same command sent again must have the same body.
import { createHash } from 'node:crypto'
import { orderOfThree } from './torture-orders.ts'

/** What a station process is started with, as JSON. */
export interface StationWishes {
  readonly folder: string
  readonly keysFolder: string
  readonly name: string
  /** Makes an empty folder a station of the shop. */
  readonly join?: { readonly cloudUrl: string; readonly code: string }
  /** A command whose answer nobody has heard. */
  readonly again?: Work
  readonly productId: string
  readonly partyId: string
}

export interface Work {
  readonly commandId: string
  readonly name: 'salesOrder.take' | 'party.change' | 'payment.receive'
  readonly input: unknown
}

/** What a busy counter does next: orders, money for them, and now and then the same customer, who changes at both stations. */
export function nextWork(
  { productId, partyId }: Pick<StationWishes, 'productId' | 'partyId'>,
  count: number,
  newId: () => string,
  lastOrder: string | undefined,
): Work {
  const commandId = newId()
  if (count % 3 === 1) return { commandId, name: 'party.change', input: { id: partyId, phone: phoneOf(commandId) } }
  if (count % 3 === 2 && lastOrder !== undefined) {
    const paid = { salesOrderId: lastOrder, method: 'pin', amount: 100, reference: '' }
    return { commandId, name: 'payment.receive', input: { id: newId(), ...paid } }
  }
  return { commandId, name: 'salesOrder.take', input: orderOfThree(newId(), productId, partyId) }
}

function phoneOf(commandId: string): string {
  const digits = BigInt(`0x${createHash('sha256').update(commandId).digest('hex').slice(0, 12)}`) % 10_000_000n
  return `+3120${String(digits).padStart(7, '0')}`
}
