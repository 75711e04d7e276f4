import { z } from 'zod'
import type { Json } from '#shared/kernel/canonical-json.ts'
import type { ChangedFields } from '#shared/kernel/change/change-record.ts'

/** One field of one change; `from` and `to` are null where the field was not there. */
export const historyField = z.object({
  path: z.string(),
  from: z.unknown(),
  to: z.unknown(),
  isHidden: z.boolean().meta({ description: 'Something here is money that the viewer may not see, and was left out.' }),
  overwrittenBy: z.object({ userName: z.string(), stationCode: z.string(), at: z.string() }).optional().meta({
    description: 'Somebody at another station wrote something else without having seen this, and that stood.',
  }),
})
export type HistoryField = z.output<typeof historyField>

export const historyEntry = z.object({
  id: z.string(),
  at: z.string(),
  kind: z.string(),
  command: z.string(),
  commandId: z.string(),
  reason: z.string().nullable(),
  station: z.object({ id: z.string(), code: z.string().nullable() }),
  user: z.object({ id: z.string(), name: z.string() }).nullable(),
  role: z.string(),
  verdict: z.string().meta({ description: '`refused`: it was tried, and the document does not show it.' }),
  fields: z.array(historyField),
})

/** Words of a field's name that tell money, and the grant it takes to see it (U15). */
const moneyWords: Readonly<Record<string, readonly string[]>> = {
  'cost.see': ['cost', 'costs', 'purchase', 'wholesale'],
  'margin.see': ['margin', 'margins', 'markup', 'profit'],
  'price.see': [
    'price',
    'prices',
    'amount',
    'amounts',
    'discount',
    'discounts',
    'surcharge',
    'surcharges',
    'charge',
    'charges',
    'total',
    'totals',
    'net',
    'gross',
    'vat',
    'tax',
    'paid',
    'payable',
    'tendered',
    'rounding',
    'credit',
    'fee',
    'fees',
    'deposit',
    'balance',
    'money',
    'revenue',
  ],
}
const grantByWord: ReadonlyMap<string, string> = new Map(
  Object.entries(moneyWords).flatMap(([grant, words]) => words.map((word) => [word, grant] as const)),
)

/** Names that tell money and are none: what everybody may see anyway. */
const harmless: ReadonlySet<string> = new Set([
  'pricesIncludeVat',
  'vatNumber',
  'vatNumbers',
  'vatLevel',
  'vatTreatment',
  'paidBefore',
])

/** Names that hold money and do not tell it, per entity. */
const alsoMoney: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  sales_order: { deliveryCharge: 'price.see', rush: 'price.see', override: 'price.see', steps: 'price.see' },
}

/** `salesOrder.see` for `sales_order`: a document's history is for those who may see the document. */
export function grantToSee(entity: string): string {
  return `${entity.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())}.see`
}

function grantFor(entity: string, name: string): string | undefined {
  if (harmless.has(name)) return undefined
  const listed = alsoMoney[entity]?.[name]
  if (listed !== undefined) return listed
  const words = name.split(/(?=[A-Z])|[^A-Za-z]+/).map((word) => word.toLowerCase())
  for (const word of words) {
    const grant = grantByWord.get(word)
    if (grant !== undefined) return grant
  }
  return undefined
}

/** What a change did, field by field; money is left out for those who may not see it, and said to be. */
export function readableFields(
  entity: string,
  fields: ChangedFields,
  mayHave: (grant: string) => boolean,
): Omit<HistoryField, 'overwrittenBy'>[] {
  // Who may see all money needs no look at every member of every line.
  if (Object.keys(moneyWords).every(mayHave))
    return Object.entries(fields).map(([path, [from, to]]) => ({ path, from, to, isHidden: false }))
  const known = new Map<string, boolean>()
  const isClosed = (name: string): boolean => {
    const asked = known.get(name)
    if (asked !== undefined) return asked
    const grant = grantFor(entity, name)
    const answer = grant !== undefined && !mayHave(grant)
    known.set(name, answer)
    return answer
  }
  return Object.entries(fields).map(([path, [from, to]]) => {
    if (path.split('.').some(isClosed)) return { path, from: null, to: null, isHidden: true }
    const before = withoutMoney(from, isClosed)
    const after = withoutMoney(to, isClosed)
    return { path, from: before.value, to: after.value, isHidden: before.isCut || after.isCut }
  })
}

interface Cut {
  readonly value: Json
  readonly isCut: boolean
}

/** Values that are one (a line's product, quantity and price) keep what is no money. */
function withoutMoney(value: Json, isClosed: (name: string) => boolean): Cut {
  if (value === null || typeof value !== 'object') return { value, isCut: false }
  if (Array.isArray(value)) {
    const parts = value.map((each: Json) => withoutMoney(each, isClosed))
    return { value: parts.map((each) => each.value), isCut: parts.some((each) => each.isCut) }
  }
  const kept: Record<string, Json> = {}
  let isCut = false
  for (const [name, member] of Object.entries(value)) {
    const inner: Cut | undefined = isClosed(name) ? undefined : withoutMoney(member, isClosed)
    if (inner !== undefined) kept[name] = inner.value
    isCut ||= inner?.isCut ?? true
  }
  return { value: kept, isCut }
}
