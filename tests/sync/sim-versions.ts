// Versions of the program for the simulation: the product as it is, and three that each know more, as later ones will.
import { z } from 'zod'
import { entities as productEntities } from '#cloud/entities.ts'
import { productModules } from '#main/app/modules.ts'
import { defineCommand, type FeatureModule } from '#main/platform/bus/module.ts'
import { type AnyProjection, projection } from '#main/platform/changes/projection.ts'
import { salesOrderProjection } from '#main/sales-orders/projection.ts'
import { salesOrders } from '#main/sales-orders/tables.ts'
import {
  documentEntity,
  type Entity,
  free,
  guarded,
  ledger,
  postingEntity,
  setOf,
} from '#shared/kernel/change/entity.ts'
import { command } from '#shared/kernel/contract.ts'
import { accepted } from '#shared/kernel/result.ts'
import { salesOrderEntity } from '#shared/sales-orders/replication.ts'
import type { SeededRandom } from './seeded-random.ts'

/** The product, one that knows more of orders and has a new kind of document, and so on. */
export const versions = [1, 2, 3, 4] as const
export type Version = (typeof versions)[number]
export const newest: Version = 4

export const appVersionOf = (version: Version): string => `0.${version}.0`

const writers = {
  ...salesOrderEntity.writtenBy,
  'sim.shelve': ['salesOrder.change'],
  'sim.proof': ['salesOrder.change'],
}
const shelf = { ...salesOrderEntity.fields, shelf: free('', { important: true }) }
const proofing = { ...shelf, proofing: guarded('none', ['none', 'sent', 'approved']) }
const orderOf2 = documentEntity('sales_order', writers, shelf)
const orderOf3 = documentEntity('sales_order', writers, proofing)
const orderOf4 = documentEntity(
  'sales_order',
  { ...writers, 'sim.mark': ['salesOrder.change'] },
  {
    ...proofing,
    marks: setOf<string>(),
  },
)

const stages = ['open', 'folded', 'bound'] as const
const jobWriters = { 'sim.job': ['*'], 'sim.stage': ['*'] }
/** Of version 2, which does not know yet that a job's stage is moved and not set. */
const jobOf2 = documentEntity('bindery_job', jobWriters, { title: free('') })
const jobOf3 = documentEntity(
  'bindery_job',
  { ...jobWriters, 'sim.remark': ['*'] },
  { title: free(''), stage: guarded('open', stages), remark: free('', { important: true }) },
)
const pass = postingEntity('bindery_pass', { 'sim.pass': ['*'] }, { jobId: ledger(''), sheets: ledger(0) })

/** Of each version, the kinds that it declares otherwise than the product does. */
const declared: Readonly<Record<Version, readonly Entity[]>> = {
  1: [],
  2: [orderOf2, jobOf2],
  3: [orderOf3, jobOf3, pass],
  4: [orderOf4, jobOf3, pass],
}

const entitiesOfAll = new Map(
  versions.map((version) => [
    version,
    new Map([...productEntities, ...declared[version].map((entity) => [entity.name, entity] as const)]),
  ]),
)

/** What a cloud of this version folds and guards; the same map each time. */
export function entitiesOf(version: Version): ReadonlyMap<string, Entity> {
  return entitiesOfAll.get(version) ?? productEntities
}

/** The product's own columns show what the newer field says: an update has to fill them. */
function orderProjection(entity: Entity): AnyProjection {
  return {
    ...salesOrderProjection,
    entity,
    rows: (document, id, sums) =>
      salesOrderProjection.rows(document, id, sums).map((each) => {
        if (each.table !== salesOrders) return each
        const { shelf: where } = document as { readonly shelf: string }
        return { ...each, row: { ...each.row, holdReason: `${String(each.row.holdReason)} ${where}` } }
      }),
  }
}

const id = z.string()
const done = z.null()
const words = <const N extends string, I extends z.ZodType>(name: N, input: I) =>
  command(name, { input, output: done, summary: name, permission: null })

const shelve = defineCommand(words('sim.shelve', z.object({ id, shelf: z.string() })), () => (input, { tx }) => {
  tx.set(orderOf2, input.id, { shelf: input.shelf })
  return accepted(null)
})
const proof = defineCommand(
  words('sim.proof', z.object({ id, to: z.enum(['sent', 'approved']) })),
  () =>
    (input, { tx, read }) => {
      tx.move(orderOf3, input.id, 'proofing', read(orderOf3, input.id)?.proofing ?? 'none', input.to)
      return accepted(null)
    },
)
const mark = defineCommand(
  words('sim.mark', z.object({ id, mark: z.string(), isOn: z.boolean() })),
  () =>
    (input, { tx }) => {
      if (input.isOn) tx.add(orderOf4, input.id, 'marks', input.mark, 'on')
      else tx.remove(orderOf4, input.id, 'marks', input.mark)
      return accepted(null)
    },
)
const makeJob = defineCommand(words('sim.job', z.object({ id, title: z.string() })), () => (input, { tx, read }) => {
  if (read(jobOf2, input.id) === undefined) tx.create(jobOf2, input.id, { title: input.title })
  else tx.set(jobOf2, input.id, { title: input.title })
  return accepted(null)
})
const stage = defineCommand(words('sim.stage', z.object({ id, to: z.enum(stages) })), () => (input, { tx, read }) => {
  tx.move(jobOf3, input.id, 'stage', read(jobOf3, input.id)?.stage ?? 'open', input.to)
  return accepted(null)
})
const remark = defineCommand(words('sim.remark', z.object({ id, remark: z.string() })), () => (input, { tx }) => {
  tx.set(jobOf3, input.id, { remark: input.remark })
  return accepted(null)
})
const countPass = defineCommand(
  words('sim.pass', z.object({ id, jobId: z.string(), sheets: z.number() })),
  () =>
    (input, { tx }) => {
      tx.post(pass, input.id, { jobId: input.jobId, sheets: input.sheets })
      return accepted(null)
    },
)

function bindery(version: Version): FeatureModule {
  const of = (entity: Entity) => projection({ entity, tables: [], slots: ['passes'], rows: () => [] })
  const passes = projection({
    entity: pass,
    tables: [],
    rows: () => [],
    contributions: ({ jobId, sheets }) => [{ target: jobId, slot: 'passes', key: '', amount: sheets }],
  })
  const commands = [shelve, makeJob, ...(version > 2 ? [proof, stage, remark, countPass] : [])]
  return {
    name: 'bindery',
    projections: version > 2 ? [of(jobOf3), passes] : [of(jobOf2)],
    commands: version > 3 ? [...commands, mark] : commands,
  }
}

export function modulesOf(version: Version): readonly FeatureModule[] {
  const order = declared[version].find(({ name }) => name === 'sales_order')
  if (order === undefined) return productModules
  const known = productModules.map((module) => ({
    ...module,
    ...(module.projections && {
      projections: module.projections.map((each) => (each.entity.name === order.name ? orderProjection(order) : each)),
    }),
  }))
  return [...known, bindery(version)]
}

type Act = readonly [name: string, input: unknown]

/** What people do at a station of this version that one before it does not know. */
export function newerAct(
  version: Version,
  at: { readonly order: string | undefined; readonly jobs: readonly string[]; readonly newId: () => string },
  random: SeededRandom,
): Act | undefined {
  const word = `v${random.below(1000)}`
  const job = random.pick(at.jobs)
  const { order } = at
  const acts: (Act | undefined)[] = [
    order === undefined ? undefined : ['sim.shelve', { id: order, shelf: word }],
    ['sim.job', { id: random.chance(0.5) ? (job ?? at.newId()) : at.newId(), title: word }],
  ]
  if (version > 2 && order !== undefined)
    acts.push(['sim.proof', { id: order, to: random.chance(0.5) ? 'sent' : 'approved' }])
  if (version > 2 && job !== undefined)
    acts.push(
      ['sim.stage', { id: job, to: random.chance(0.5) ? 'folded' : 'bound' }],
      ['sim.stage', { id: job, to: random.pick(stages) }],
      ['sim.remark', { id: job, remark: word }],
      ['sim.pass', { id: at.newId(), jobId: job, sheets: 1 + random.below(9) }],
    )
  if (version > 3 && order !== undefined)
    acts.push(['sim.mark', { id: order, mark: `m${random.below(3)}`, isOn: random.chance(0.7) }])
  return version < 2 ? undefined : random.pick(acts)
}
