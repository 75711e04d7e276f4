import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createPrintShop, type PrintShop } from '#tests/support/print-shop.ts'
import { type ScriptedPrinters, scriptedPrinters } from './scripted-printer.ts'

const slip = 'fulfilment.packingSlip'
const label = 'fulfilment.shippingLabel'
const receipt = 'payments.orderReceipt'
const confirmation = 'sales-orders.orderConfirmation'
const delivered = {
  delivery: 'delivery' as const,
  deliveryAddress: { street: 'Molenweg 3', extra: '', postcode: '3511 AB', city: 'Utrecht', country: 'NL' },
}

let shop: PrintShop
let printers: ScriptedPrinters
let office: string

beforeEach(async () => {
  shop = await createPrintShop()
  printers = scriptedPrinters()
  shop.openWith(printers.open)
  office = await shop.folderPrinter('/nowhere')
})
afterEach(async () => {
  expect(shop.problems).toEqual([])
  await shop.close()
})

const port = { port: 9100 }
const orders = async (count: number) => {
  const made: { id: string; number: string }[] = []
  for (let each = 0; each < count; each += 1) made.push(await shop.order(delivered))
  return made
}
const idsOf = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id)
const make = async (list: readonly { readonly id: string }[], kind: string, printerId: string): Promise<string> =>
  (await shop.command('printBatch.make', { documentIds: idsOf(list), kinds: [kind], printers: { [kind]: printerId } }))
    .id
const batch = (id: string) => shop.query('printBatch.get', { id })
const papersOf = async (id: string) => (await shop.query('printBatch.papers', { id, limit: 200 })).rows
const until = (id: string, state: string) =>
  shop.until(
    () => batch(id),
    (seen) => seen.state === state,
  )
const outcomesOf = async (documentId: string) =>
  (await shop.query('printOutcome.list', { documentId })).outcomes.map(({ result, copy, byName }) => [
    result,
    copy,
    byName,
  ])
/** An office printer that lost sight of its paper, as after a jam. */
const jam = { state: 'unknown', reason: 'printerError' } as const

describe('many papers as one wish', () => {
  test('[P21][PR15][PR50] sheets are one file in the order of the list, with the first page of each', async () => {
    const list = await orders(3)
    const id = await make([...list].reverse(), slip, office)
    await until(id, 'done')
    expect(printers.sent).toHaveLength(1)
    expect(printers.sent[0]?.payload.copies).toBe(1)
    const rows = await papersOf(id)
    expect(rows.map((row) => [row.orderNumber, row.firstPage, row.pages, row.state])).toEqual(
      [...list].reverse().map(({ number }, at) => [number, at + 1, 1, 'printed']),
    )
    // Each order's history knows, as if its paper had been printed alone.
    await shop.until(
      () => outcomesOf(list[2]?.id ?? ''),
      (seen) => seen.length === 1,
    )
    expect(await outcomesOf(list[0]?.id ?? '')).toEqual([['printed', 1, 'Marit Visser']])
  })

  test('[P21][PR50] labels leave in chunks of twenty, receipts one by one', async () => {
    const list = await orders(22)
    const labels = await make(list, label, await shop.labelPrinter(port))
    await until(labels, 'done')
    const text = (at: number) => Buffer.from(printers.sent[at]?.payload.bytes ?? []).toString('latin1')
    expect(printers.sent.map((_, at) => text(at).split('^XA').length - 1)).toEqual([20, 2])
    const receipts = await make(list.slice(0, 3), receipt, await shop.receiptPrinter(port))
    await until(receipts, 'done')
    expect(printers.sent).toHaveLength(2 + 3)
  })

  test('[PR50] copies of a sheet lie beside each other, and a paper printed on both sides begins on a front', async () => {
    const [one, two] = await orders(2)
    await shop.local('printRoute.put', { kind: slip, printerId: office, copies: 2 })
    const { profile } = (await shop.query('printer.list', {})).printers.find((each) => each.id === office) ?? {}
    if (profile?.language !== 'pdf' || one === undefined || two === undefined) throw new Error('no office printer')
    const { id: _, ...input } = profile
    await shop.local('printer.change', { id: office, profile: { ...input, sides: 'two-sided-long-edge' } })
    const { id } = await shop.command('printBatch.make', { documentIds: [one.id, two.id], kinds: [slip] })
    await until(id, 'done')
    expect(printers.sent.map(({ payload }) => payload.copies)).toEqual([1])
    expect((await papersOf(id)).map(({ firstPage, pages }) => [firstPage, pages])).toEqual([
      [1, 4],
      [5, 3],
    ])
  })

  test('[P3][PR52] a double click is one batch; a crash between slices leaves none out and wants none twice', async () => {
    const list = await orders(3)
    const clicks = await Promise.all([make(list, slip, office), make(list, slip, office)])
    expect(clicks[0]).toBe(clicks[1])
    await until(clicks[0], 'done')
    expect(printers.sent).toHaveLength(1)
    // As if the program had ended after the first document of three.
    const { local } = shop.app.services
    printers.plan.push(jam)
    const again = await make(list, confirmation, office)
    await until(again, 'asks')
    local.write(`delete from print_jobs where batch_id = ? and batch_place > 0`).run(again)
    local
      .write('update print_batches set is_laid_out = 0, laid_out = 1, papers = 1, document_ids = ? where id = ?')
      .run(JSON.stringify(idsOf(list)), again)
    shop = await shop.reopen()
    shop.actAs(shop.administratorId)
    await shop.until(
      () => batch(again),
      (seen) => seen.laidOut === 3,
    )
    expect((await papersOf(again)).map(({ orderNumber, batchPlace }) => [orderNumber, batchPlace])).toEqual(
      list.map(({ number }, at) => [number, at]),
    )
  })

  test('[P20] a kind without a route is refused by name; with "remember" it is asked once', async () => {
    const list = await orders(1)
    const wish = { documentIds: idsOf(list), kinds: [slip] }
    expect(await shop.refusal('command', 'printBatch.make', wish)).toEqual({
      code: 'printRoute.missing',
      params: { documentKind: slip },
    })
    const { id } = await shop.command('printBatch.make', { ...wish, printers: { [slip]: office }, remember: true })
    await until(id, 'done')
    shop.clock.advance(60_000)
    const second = await shop.command('printBatch.make', wish)
    await until(second.id, 'done')
    expect((await papersOf(second.id)).map(({ copy }) => copy)).toEqual([2])
  })

  test('[PR52] a paper that cannot be made is left out by name, and the others come out', async () => {
    const sent = await shop.order(delivered)
    const pickedUp = await shop.order()
    const id = await make([pickedUp, sent], label, await shop.labelPrinter(port))
    const done = await until(id, 'done')
    expect(done).toMatchObject({
      papers: 1,
      leftOut: [{ kind: label, documentId: pickedUp.id, refusal: { code: 'shippingLabel.pickedUp' } }],
    })
  })

  test('[PR29] whoever sees no prices gets all papers but those that show some, and is told', async () => {
    const list = await orders(1)
    const { id: packer } = await shop.command('user.add', { name: 'Piotr Nowak', role: 'warehouse' })
    shop.actAs(packer)
    const kinds = [confirmation, slip]
    const { id } = await shop.command('printBatch.make', {
      documentIds: idsOf(list),
      kinds,
      printers: { [slip]: office, [confirmation]: office },
    })
    expect(await until(id, 'done')).toMatchObject({
      papers: 1,
      leftOut: [{ kind: confirmation, documentId: null, refusal: { code: 'permission.missing' } }],
    })
    shop.actAs(shop.administratorId)
  })
})

describe('a batch on its way', () => {
  test('[P21][PR51] pause, go on, stop: what has not left is called off and counted', async () => {
    const list = await orders(41)
    const printerId = await shop.labelPrinter(port)
    printers.plan.push({ state: 'failed_before_send', reason: 'paperOut' })
    const id = await make(list, label, printerId)
    await shop.until(
      () => papersOf(id),
      (rows) => rows[0]?.nextTryAt !== null && rows[0] !== undefined,
    )
    await shop.local('printBatch.pause', { id, isPaused: true })
    shop.clock.advance(2000)
    shop.timers.fire()
    expect(await batch(id)).toMatchObject({ state: 'paused', printers: [{ waiting: 41 }] })
    printers.plan.push({}, { state: 'failed_before_send', reason: 'coverOpen' })
    await shop.local('printBatch.pause', { id, isPaused: false })
    await shop.until(
      () => batch(id),
      ({ printers: [at] }) => at?.done === 20 && at.waiting === 21,
    )
    expect(await shop.local('printBatch.stop', { id })).toEqual({ cancelled: 21 })
    expect(await until(id, 'stopped')).toMatchObject({ printers: [{ done: 20, cancelled: 21, waiting: 0 }] })
    expect(printers.sent).toHaveLength(1)
  })

  test('[PR51] who stands at the counter does not wait for a batch', async () => {
    const list = await orders(41)
    const single = await shop.order(delivered)
    const printerId = await shop.labelPrinter(port)
    printers.plan.push({ state: 'failed_before_send', reason: 'paperOut' })
    const id = await make(list, label, printerId)
    await shop.until(
      () => papersOf(id),
      (rows) => rows.length === 41 && rows[0]?.nextTryAt !== null,
    )
    await shop.print(label, single.id, printerId)
    shop.clock.advance(2000)
    shop.timers.fire()
    await until(id, 'done')
    const labels = printers.sent.map(
      ({ payload }) => Buffer.from(payload.bytes).toString('latin1').split('^XA').length - 1,
    )
    expect(labels).toEqual([1, 20, 20, 1])
  })

  test('[P2][PR51] when no trying helped, the batch stands still, and "go on" takes the failed ones along', async () => {
    const list = await orders(21)
    printers.plan.push({ state: 'failed_before_send', reason: 'queueMissing' })
    const id = await make(list, label, await shop.labelPrinter(port))
    expect(await until(id, 'asks')).toMatchObject({ isPaused: true, printers: [{ failed: 20, waiting: 1 }] })
    await shop.local('printBatch.pause', { id, isPaused: false })
    expect(await until(id, 'done')).toMatchObject({ printers: [{ done: 21 }] })
  })

  test('[P4] a receipt of a batch waits for those before it, and is not held for that', async () => {
    const list = await orders(3)
    const printerId = await shop.receiptPrinter(port)
    printers.meanwhile = () => shop.clock.advance(7 * 60_000)
    await until(await make(list, receipt, printerId), 'done')
    expect(printers.sent).toHaveLength(3)
  })
})

describe('"again from page 37"', () => {
  test('[P2][P21][PR53] one question for the batch; what was not there goes out as it was, what was cut short as COPY 2', async () => {
    const list = await orders(4)
    await shop.local('printRoute.put', { kind: slip, printerId: office, copies: 2 })
    printers.plan.push(jam)
    const { id } = await shop.command('printBatch.make', { documentIds: idsOf(list), kinds: [slip] })
    expect(await until(id, 'asks')).toMatchObject({ printers: [{ unknown: 4, pages: 8 }] })
    expect(await shop.query('printJob.counts', {})).toMatchObject({ unknown: 1 })
    expect(await shop.refusal('local', 'printBatch.answer', { id, printerId: office, fromPage: 9 })).toMatchObject({
      code: 'printBatch.noSuchPage',
      params: { page: 9, pages: 8 },
    })
    shop.clock.advance(1000)
    // Page 4 is the second print of the second order's slip.
    expect(await shop.local('printBatch.answer', { id, printerId: office, fromPage: 4 })).toEqual({
      cameOut: 1,
      again: 2,
      copies: 1,
    })
    await until(id, 'done')
    const rows = await papersOf(id)
    const at = (number: string | undefined) => rows.filter((row) => row.orderNumber === number)
    const shown = list.map(({ number }) => at(number).map(({ state, copy, firstPage }) => [state, copy, firstPage]))
    expect(shown[0]).toEqual([['printed', 1, 1]])
    expect(shown[1]?.toSorted()).toEqual([
      ['cancelled', 1, 3],
      ['printed', 2, 3],
    ])
    // Page 37 stays page 37.
    expect(shown.slice(2)).toEqual([[['printed', 1, 5]], [['printed', 1, 7]]])
    expect(printers.sent).toHaveLength(2)
    await shop.until(
      () => outcomesOf(list[3]?.id ?? ''),
      (seen) => seen[0]?.[0] === 'printed',
    )
    expect(await outcomesOf(list[0]?.id ?? '')).toEqual([['printed', 1, 'Marit Visser']])
    expect((await outcomesOf(list[1]?.id ?? '')).toSorted()).toEqual([
      ['not_there', 1, 'Marit Visser'],
      ['printed', 2, 'Marit Visser'],
    ])
    // The next print of what came out once is COPY 2, not COPY 3.
    shop.clock.advance(60_000)
    const [next = ''] = await shop.print(slip, list[3]?.id ?? '', office)
    expect(await shop.settled(next)).toMatchObject({ copy: 2 })
  })

  test('[PR53] the printer said printed, and a person at it knows better; an order shows what they saw', async () => {
    const list = await orders(3)
    const id = await make(list, slip, office)
    await until(id, 'done')
    const last = list[2]?.id ?? ''
    await shop.until(
      () => outcomesOf(last),
      (seen) => seen.length === 1,
    )
    shop.clock.advance(1000)
    printers.plan.push({ state: 'failed_before_send', reason: 'queueMissing' })
    await shop.local('printBatch.answer', { id, printerId: office, fromPage: 2 })
    await shop.until(
      () => outcomesOf(last),
      (seen) => seen[0]?.[0] === 'not_there',
    )
    await shop.local('printBatch.stop', { id })
    expect(await outcomesOf(last)).toEqual([['not_there', 1, 'Marit Visser']])
    expect(await outcomesOf(list[0]?.id ?? '')).toEqual([['printed', 1, 'Marit Visser']])
  })

  test('[P21][PR50] a jam leaves one chunk unknown, and what had not begun to leave waits', async () => {
    const list = await orders(41)
    printers.plan.push({}, { state: 'unknown', reason: 'connectionReset', bytesSent: 1 })
    const id = await make(list, label, await shop.labelPrinter(port))
    const seen = await until(id, 'asks')
    // Of the second chunk the first label may be out; the third chunk has not been touched.
    expect(seen).toMatchObject({ printers: [{ done: 20, unknown: 1, waiting: 20 }] })
    const [at] = seen.printers
    await shop.local('printBatch.answer', { id, printerId: at?.printerId ?? '', fromPage: null })
    shop.clock.advance(60_000)
    shop.timers.fire()
    expect(await until(id, 'done')).toMatchObject({ printers: [{ done: 41 }] })
    const labels = printers.sent.map(
      ({ payload }) => Buffer.from(payload.bytes).toString('latin1').split('^XA').length - 1,
    )
    expect(labels).toEqual([20, 20, 19, 1])
  })

  test('[P5] a crash while a file was leaving: all of it unknown, nothing sent again until somebody says', async () => {
    const list = await orders(3)
    printers.isHanging = true
    const id = await make(list, slip, office)
    await shop.until(
      () => batch(id),
      ({ printers: [at] }) => at?.sending === 3,
    )
    printers.isHanging = false
    const reopening = shop.reopen()
    await new Promise((resolve) => setTimeout(resolve, 20))
    shop.timers.fire()
    shop = await reopening
    shop.actAs(shop.administratorId)
    expect(await batch(id)).toMatchObject({ state: 'asks', printers: [{ unknown: 3, pages: 3 }] })
    expect(printers.sent).toHaveLength(1)
    await shop.local('printBatch.answer', { id, printerId: office, fromPage: 1 })
    await until(id, 'done')
    expect(printers.sent).toHaveLength(2)
    expect((await papersOf(id)).map(({ copy, state }) => [copy, state])).toEqual([
      [1, 'printed'],
      [1, 'printed'],
      [1, 'printed'],
    ])
  })
})

describe('a large batch', () => {
  /** One paper that was handed over, and so many like it: rows as the spool leaves them. */
  const largeBatch = async (count: number): Promise<string> => {
    const id = await make(await orders(1), slip, office)
    await until(id, 'done')
    const { local } = shop.app.services
    const columns = local
      .read<{ name: string }>(`select name from pragma_table_info('print_jobs')`)
      .all()
      .map(({ name }) => name)
    const values = columns.map((name) => {
      if (name === 'id') return `substr(j.id, 1, 24) || printf('%012x', n)`
      if (name === 'key') return `j.key || '/' || n`
      return name === 'batch_place' || name === 'first_page'
        ? `n + (case '${name}' when 'first_page' then 1 else 0 end)`
        : name
    })
    local
      .write(
        `insert into print_jobs (${columns.join(', ')})
         with recursive places(n) as (select 1 union all select n + 1 from places where n < ${count - 1})
         select ${values.join(', ')} from print_jobs j, places where j.batch_id = ?`,
      )
      .run(id)
    local.write(`update print_jobs set state = 'unknown' where batch_id = ?`).run(id)
    return id
  }
  const states = async (id: string) => {
    const [at] = (await batch(id)).printers
    return [at?.unknown, at?.waiting, at?.done, at?.cancelled]
  }

  test('[W14][PR73] is answered for in slices, and other commands run between them', async () => {
    const id = await largeBatch(120)
    const answering = shop.local('printBatch.answer', { id, printerId: office, fromPage: null })
    let isAnswered = false
    void answering.then(() => {
      isAnswered = true
    })
    const seen: unknown[] = []
    while (!isAnswered) {
      await shop.command('party.register', { name: `Klant ${seen.length}`, language: 'nl' })
      seen.push((await states(id))[0])
      await new Promise((resolve) => setImmediate(resolve))
    }
    expect(await answering).toEqual({ cameOut: 120, again: 0, copies: 0 })
    expect(seen).toEqual(expect.arrayContaining([70, 20]))
    expect(await states(id)).toEqual([0, 0, 120, 0])
  })

  test('[P5][W14][PR73] a crash between two slices leaves nobody’s answer half said, and nothing leaves before it is said', async () => {
    const id = await largeBatch(120)
    printers.plan.push({ state: 'failed_before_send', reason: 'queueMissing' })
    const sent = printers.sent.length
    void shop.local('printBatch.answer', { id, printerId: office, fromPage: 21 }).catch(() => undefined)
    // Looks without letting go of the thread, so that the first slice is all there is.
    for (let looks = 0; looks < 100 && (await states(id))[0] === 120; looks += 1);
    expect((await states(id))[0]).toBe(70)
    shop = await shop.reopen()
    shop.actAs(shop.administratorId)
    // It is said to the end, and only then is a file tried, which its printer refuses.
    const failed = await shop.until(
      () => batch(id),
      (seen) => (seen.printers[0]?.failed ?? 0) > 0,
    )
    expect([failed.printers[0]?.done, failed.printers[0]?.unknown]).toEqual([20, 0])
    expect((failed.printers[0]?.waiting ?? 0) + (failed.printers[0]?.failed ?? 0)).toBe(100)
    expect(printers.sent).toHaveLength(sent)
    expect(await shop.local('printBatch.stop', { id })).toEqual({ cancelled: 100 })
  })
})

describe('the journal', () => {
  test('[PR54] a batch is one line; its papers are found by number, printer and state', async () => {
    const list = await orders(3)
    const single = await shop.order(delivered)
    const receipts = await shop.receiptPrinter(port)
    const id = await make(list, slip, office)
    await until(id, 'done')
    shop.clock.advance(1000)
    const [job = ''] = await shop.print(receipt, single.id, receipts)
    await shop.settled(job)
    const rows = async (input: { number?: string; printerId?: string; show?: 'failed' | 'unknown' }) =>
      (await shop.query('printJob.journal', input)).rows.map((row) => [row.orderNumber, row.batch?.papers ?? null])
    expect(await rows({})).toEqual([
      [single.number, null],
      [list[0]?.number, 3],
    ])
    expect(await rows({ printerId: office })).toEqual([[list[0]?.number, 3]])
    expect(await rows({ number: list[2]?.number.slice(-4) ?? '' })).toEqual([[list[2]?.number, null]])
    expect(await rows({ number: '%' })).toEqual([])
    expect(await rows({ show: 'failed' })).toEqual([])
  })
})
