/** The element strings of a GS1 code that goods, parcels and labels of the trade carry, by application identifier. */
import { checkDigit, groupSeparator } from './barcode.ts'

/** Digits of the data, or its greatest length where it runs to a separator. */
const elements: Readonly<Record<string, { readonly fixed: number } | { readonly upTo: number }>> = {
  /** SSCC of a parcel or pallet */
  '00': { fixed: 18 },
  /** GTIN */
  '01': { fixed: 14 },
  /** GTIN of contained items */
  '02': { fixed: 14 },
  /** batch */
  '10': { upTo: 20 },
  /** production date, best before, expiry: YYMMDD */
  '11': { fixed: 6 },
  '13': { fixed: 6 },
  '15': { fixed: 6 },
  '17': { fixed: 6 },
  /** serial number */
  '21': { upTo: 20 },
  /** count of items, variable and contained */
  '30': { upTo: 8 },
  '37': { upTo: 8 },
  /** customer's order number */
  '400': { upTo: 30 },
  /** consignment and shipment */
  '401': { upTo: 30 },
  '402': { fixed: 17 },
  /** postal code, alone and with country */
  '420': { upTo: 20 },
  '421': { upTo: 12 },
}

export type ElementsReading =
  | { readonly ok: true; readonly elements: ReadonlyMap<string, string> }
  | { readonly ok: false; readonly code: 'scan.unknownElement' | 'scan.damaged' }

export function readElements(text: string): ElementsReading {
  const found = new Map<string, string>()
  let rest = text
  while (rest !== '') {
    const identifier = [2, 3].map((length) => rest.slice(0, length)).find((start) => Object.hasOwn(elements, start))
    const element = identifier === undefined ? undefined : elements[identifier]
    if (identifier === undefined || !element) return { ok: false, code: 'scan.unknownElement' }
    const body = rest.slice(identifier.length)
    const separator = body.indexOf(groupSeparator)
    const length = 'fixed' in element ? element.fixed : separator === -1 ? body.length : separator
    const data = body.slice(0, length)
    if (!isSound(identifier, data, element) || found.has(identifier)) return { ok: false, code: 'scan.damaged' }
    found.set(identifier, data)
    rest = body.slice(length)
    if (rest.startsWith(groupSeparator)) rest = rest.slice(1)
  }
  return found.size === 0 ? { ok: false, code: 'scan.damaged' } : { ok: true, elements: found }
}

function isSound(identifier: string, data: string, element: { fixed: number } | { upTo: number }): boolean {
  if (data === '' || data.includes(groupSeparator)) return false
  if ('upTo' in element) return data.length <= element.upTo
  if (data.length !== element.fixed || !/^\d+$/u.test(data)) return false
  return !['00', '01', '02', '402'].includes(identifier) || checkDigit(data.slice(0, -1)) === Number(data.at(-1))
}
