/** The parts of an order behind its menu, in their order (ORD-20); those of later features join when they exist. */
export const orderParts = [
  'summary',
  'shipTo',
  'money',
  'instructions',
  'papers',
  'files',
  'payments',
  'history',
  'tasks',
] as const
export type OrderPart = (typeof orderParts)[number]

interface PartRights {
  readonly seesMoney: boolean
  readonly seesPayments: boolean
  readonly seesPapers: boolean
  readonly seesHistory: boolean
  readonly seesTasks: boolean
}

/** Whoever may not see money, papers or history has no such part at all. */
export function partsFor({
  seesMoney,
  seesPayments,
  seesPapers,
  seesHistory,
  seesTasks,
}: PartRights): readonly OrderPart[] {
  const hidden = new Set<OrderPart>([
    ...(seesMoney ? [] : (['money'] as const)),
    ...(seesMoney && seesPayments ? [] : (['payments'] as const)),
    ...(seesPapers ? [] : (['papers'] as const)),
    ...(seesHistory ? [] : (['history'] as const)),
    ...(seesTasks ? [] : (['tasks'] as const)),
  ])
  return orderParts.filter((part) => !hidden.has(part))
}

export function readPart(wish: string | null, parts: readonly OrderPart[]): OrderPart {
  return parts.find((part) => part === wish) ?? 'summary'
}
