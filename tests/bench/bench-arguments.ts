import { parseArgs } from 'node:util'

export interface BenchArguments {
  readonly orders: number
  readonly customers: number
  readonly writesDocs: boolean
  readonly refills: boolean
  /** Only the groups named, of `core`, `client`, `paper`, `screens`; all unless said. */
  readonly only: ReadonlySet<string>
}

export const groups = ['core', 'client', 'papers', 'screens'] as const

const usage = `npm run bench -- [--orders N] [--customers N] [--only ${groups.join(',')}] [--docs] [--refill]`

export function readArguments(words: readonly string[]): BenchArguments {
  const { values } = parseArgs({
    args: [...words],
    options: {
      orders: { type: 'string', default: '1000000' },
      customers: { type: 'string', default: '5000' },
      only: { type: 'string', default: groups.join(',') },
      docs: { type: 'boolean', default: false },
      refill: { type: 'boolean', default: false },
    },
  })
  const only = new Set(values.only.split(','))
  const orders = Number(values.orders)
  const customers = Number(values.customers)
  const isKnown = [...only].every((each) => groups.some((group) => group === each))
  if (!Number.isInteger(orders) || orders < 1000 || !Number.isInteger(customers) || customers < 10 || !isKnown)
    throw new Error(`At least 1,000 orders and 10 customers: ${usage}`)
  return { orders, customers, only, writesDocs: values.docs, refills: values.refill }
}
