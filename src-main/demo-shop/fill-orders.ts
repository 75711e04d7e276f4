import { commandBodyHash } from '#main/platform/bus/command-bus.ts'
import type { CommandContext, Services } from '#main/platform/bus/module.ts'
import type { Viewer } from '#main/platform/bus/viewer.ts'
import type { Store, StoreBatch } from '#main/platform/changes/store.ts'
import type { WritableDb } from '#main/platform/database/handles.ts'
import { orderBuilder, takeOrder } from '#main/sales-orders/index.ts'
import { canonicalJson } from '#shared/kernel/canonical-json.ts'
import { paymentPart } from '#shared/payments/payment.ts'
import { paymentEntity } from '#shared/payments/replication.ts'
import { salesOrderEntity } from '#shared/sales-orders/replication.ts'
import { salesOrderTotals } from '#shared/sales-orders/sales-order-totals.ts'
import { housePatterns, writeNumber } from '#shared/settings/number-pattern.ts'
import type { DemoAct, DemoStory } from './demo-orders.ts'
import { daysOnce, pricedOnce, readOnce } from './once.ts'

export interface Filling {
  readonly db: WritableDb
  readonly store: Store
  readonly services: Services
  readonly org: string
  readonly viewer: Viewer
  readonly timeZone: string
  /** After a transaction: the high-water mark moves on. */
  readonly committed: (orders: number) => void
}

/** Orders of one transaction: enough to make the flush of the disk cheap, few enough to stay in memory. */
const perTransaction = 1000

/** Pages in the write-ahead log before they are folded back, while filling: 64 MB, so that busy pages are folded back less often. */
const pagesBetweenCheckpoints = 16_384

/**
 * Writes stories by the bulk path: the same decisions, log, documents and rows as the commands make (a test compares), but
 * each order projected once, lines priced once per make-up, and one flush for some hundred orders.
 */
export async function fillOrders(filling: Filling, stories: Iterable<DemoStory>): Promise<number> {
  const { driver } = filling.db
  const usual = Number(driver.pragma('wal_autocheckpoint', { simple: true }))
  driver.pragma(`wal_autocheckpoint = ${pagesBetweenCheckpoints}`)
  try {
    return await fillAll(filling, stories)
  } finally {
    driver.pragma(`wal_autocheckpoint = ${usual}`)
  }
}

async function fillAll(filling: Filling, stories: Iterable<DemoStory>): Promise<number> {
  const writer = storyWriter(filling)
  let done = 0
  let batch: DemoStory[] = []
  for (const story of stories) {
    batch.push(story)
    if (batch.length < perTransaction) continue
    done += writer.write(batch)
    batch = []
    filling.committed(done)
    // Commands of people, and the announcement of progress, go first (W14).
    await new Promise((resolve) => setImmediate(resolve))
  }
  done += writer.write(batch)
  filling.committed(done)
  return done
}

function storyWriter({ db, store, services, org, viewer, timeZone }: Filling) {
  const take = takeOrder(orderBuilder(services, pricedOnce()))
  const dayOf = daysOnce(timeZone)
  const remember = db.write('insert into commands (id, org, body_hash, result) values (?, ?, ?, ?)')

  const write = (stories: readonly DemoStory[]): number => {
    try {
      db.transact(() => {
        const batch = store.batch()
        const given = new Map<number, number>()
        for (const { acts } of stories) for (const act of acts) carryOut(act, batch, given)
        batch.flush()
      })
    } finally {
      store.forget()
    }
    return stories.length
  }

  const carryOut = (act: DemoAct, batch: StoreBatch, given: Map<number, number>): void => {
    const draft = store.draft()
    const now = new Date(act.at).toISOString()
    const today = dayOf(act.at)
    const result = decide(act, draft, now, today, given)
    const author = { actor: viewer.userId ?? '', actorRole: viewer.role, reason: act.is === 'hold' ? holdReason : null }
    batch.add(draft, { commandId: act.commandId, command: result.command }, author, act.at)
    remember.run(act.commandId, org, commandBodyHash(result.command, result.input), canonicalJson(result.answer))
  }

  const decide = (act: DemoAct, tx: CommandContext['tx'], now: string, today: string, given: Map<number, number>) => {
    switch (act.is) {
      case 'take': {
        const answer = take(act.input, contextOf(tx, now, today, act.commandId, given))
        if (!answer.ok) throw new Error(`the demo shop's order is refused: ${JSON.stringify(answer.refusal)}`)
        return { command: 'salesOrder.take', input: act.input, answer: answer.value }
      }
      case 'receive': {
        const order = mustRead(act.salesOrderId)
        const payable = salesOrderTotals(order).gross
        const amount = act.share === 1 ? payable : Math.max(1, Math.round(payable * act.share))
        const { id, salesOrderId, method, reference } = act
        tx.post(paymentEntity, id, {
          salesOrderId,
          amount,
          currency: order.currency,
          method,
          reference,
          part: paymentPart(0, amount, payable),
          receivedAt: now,
          receivedOn: today,
          receivedBy: viewer.userId ?? '',
        })
        return {
          command: 'payment.receive',
          input: { id, salesOrderId, method, amount, reference },
          answer: { id, paid: amount, open: payable - amount },
        }
      }
      case 'close':
        tx.move(salesOrderEntity, act.salesOrderId, 'status', 'confirmed', 'closed')
        return { command: 'salesOrder.close', input: { id: act.salesOrderId }, answer: null }
      case 'cancel':
        tx.move(salesOrderEntity, act.salesOrderId, 'status', 'confirmed', 'cancelled', { cancelReason: '' })
        return { command: 'salesOrder.cancel', input: { id: act.salesOrderId, reason: '' }, answer: null }
      case 'hold':
        tx.set(salesOrderEntity, act.salesOrderId, { isOnHold: true, holdReason })
        return { command: 'salesOrder.hold', input: { id: act.salesOrderId, reason: holdReason }, answer: null }
    }
  }

  const mustRead = (id: string) => {
    const order = store.read(salesOrderEntity, id)
    if (order === undefined) throw new Error(`the demo shop has no order ${id}`)
    return order
  }

  const read = readOnce(store)
  const contextOf = (
    tx: CommandContext['tx'],
    now: string,
    today: string,
    commandId: string,
    given: Map<number, number>,
  ): CommandContext => ({
    viewer,
    now,
    today,
    tx,
    commandId,
    read,
    newId: services.newId,
    number: (series) => {
      const year = Number(today.slice(0, 4))
      const already = given.get(year) ?? 0
      given.set(year, already + 1)
      const pattern = housePatterns[series] ?? ''
      return store.nextNumber(
        { series, year, write: (counter, station) => writeNumber(pattern, counter, station, year) },
        already,
      )
    },
    errand: () => {
      throw new Error('the demo shop sends nobody on errands')
    },
    local: services.local,
    because: () => {},
    signAs: () => {},
    announceLocal: () => {},
  })
  return { write }
}

export const holdReason = 'PO'
