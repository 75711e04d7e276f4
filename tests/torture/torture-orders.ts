import { createHash } from 'node:crypto'

const noAddress = { street: '', extra: '', postcode: '', city: '', country: '' }

/** An order of three lines whose line ids follow from its own id, so that sending it again sends the same body. */
export function orderOfThree(id: string, productId: string, partyId: string) {
  return {
    id,
    customer: { kind: 'party', partyId },
    contact: { name: '', phone: '', email: '' },
    invoiceAddress: noAddress,
    deliveryAddress: noAddress,
    delivery: 'pick_up',
    deliveryAmount: null,
    promised: null,
    rush: null,
    customerReference: '',
    instructions: '',
    pricesIncludeVat: false,
    vatTreatment: null,
    plannedPayment: 'pin',
    paidBefore: false,
    source: 'counter',
    confirm: true,
    lines: ['a', 'b', 'c'].map((position) => ({
      id: lineId(id, position),
      what: { kind: 'product', productId, configuration: {}, quantity: { sets: 1, each: 1_000_000 }, override: null },
      position,
    })),
  }
}

function lineId(order: string, position: string): string {
  const digest = createHash('sha256').update(`${order}${position}`).digest('hex')
  return `${order.slice(0, 14)}7${digest.slice(0, 3)}-8${digest.slice(3, 6)}-${digest.slice(6, 18)}`
}
