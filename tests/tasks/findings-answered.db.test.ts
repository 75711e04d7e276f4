import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { builtInDesign } from '#shared/printing/templates/paper-look.ts'
import { freeText, freeTextLine, orderInput, takeFreeText } from '#tests/sales-orders/order-samples.ts'
import { tableDump } from '#tests/support/table-dump.ts'
import { withPerson } from '#tests/support/test-shop.ts'
import { seededRandom } from '#tests/sync/seeded-random.ts'
import { settle } from '#tests/sync/sim-life.ts'
import {
  calm,
  makeTemplate,
  openSimShop,
  type ShopTemplate,
  type SimShop,
  type SimStation,
} from '#tests/sync/sim-shop.ts'

let template: ShopTemplate
let shop: SimShop
const random = seededRandom(13)
beforeAll(async () => {
  template = await makeTemplate()
})
afterEach(() => shop.close())
afterAll(() => template.remove())

const inStep = () => settle(shop, random, calm)

async function twoStations(): Promise<[SimStation, SimStation, string]> {
  shop = await openSimShop(template, 2, random)
  await inStep()
  const [a, b] = shop.stations
  if (a === undefined || b === undefined) throw new Error('two stations')
  shop.ahead(a, 0)
  shop.ahead(b, 5000)
  const { id } = await takeFreeText(a.app)
  await inStep()
  return [a, b, id]
}

const change = (
  station: SimStation,
  id: string,
  head: Parameters<typeof station.app.command<'salesOrder.change'>>[1]['head'],
) => station.app.command('salesOrder.change', { id, head })

/** Date and place written at both stations apart: B's stand, A's are found. */
async function twoVersions(): Promise<[SimStation, SimStation, string, string]> {
  const [a, b, id] = await twoStations()
  await change(a, id, {
    promised: { on: '2026-12-01', at: null },
    delivery: 'delivery',
    deliveryAddress: place('Utrecht'),
  })
  await change(b, id, { promised: { on: '2026-12-08', at: null }, deliveryAddress: place('Breda') })
  await inStep()
  const { rows } = await b.app.query('finding.list', {})
  const [finding] = rows
  if (finding === undefined || rows.length !== 1) throw new Error('one finding')
  return [a, b, id, finding.id]
}
const place = (city: string) => ({ street: 'Kade 1', extra: '', postcode: '1000 AA', city, country: 'NL' })
const open = async (station: SimStation) => (await station.app.query('task.counts', {})).findings
const order = (station: SimStation, id: string) => station.app.query('salesOrder.get', { id })
const same = (...stations: SimStation[]) => {
  const tables = stations.map(({ app }) =>
    tableDump(app.app.station.db, ['findings', 'docs', 'tasks', 'task_comments', 'counters']),
  )
  for (const table of tables) expect(table).toEqual(tables[0])
}

test('[F1] [W17] both versions are shown field by field, with who wrote them where', async () => {
  const [, b, id, finding] = await twoVersions()
  expect(await b.app.query('finding.get', { id: finding })).toMatchObject({
    kind: 'overwritten',
    isOpen: true,
    about: { entity: 'sales_order', doc: id, title: expect.stringContaining('26-A00001') },
    parts: [
      { stationCode: 'A', userName: 'Marit Visser', command: 'salesOrder.change' },
      { stationCode: 'B', userName: 'Marit Visser', command: 'salesOrder.change' },
    ],
    fields: [
      { path: 'deliveryAddress', lost: place('Utrecht'), stands: place('Breda'), isChoice: true, isHidden: false },
      { path: 'promised', lost: { on: '2026-12-01' }, stands: { on: '2026-12-08' } },
    ],
    answers: ['again', 'theirs', 'edit'],
    answered: null,
  })
})

test('[F3] [Y26] putting the other version back at one station closes it at both, with the same order everywhere', async () => {
  const [a, b, id, finding] = await twoVersions()
  expect([await open(a), await open(b)]).toEqual([1, 1])
  await a.app.command('finding.resolve', { id: finding, answer: 'again', note: 'asked the customer' })
  // At once where it was answered, and at the other as soon as it comes.
  expect([await open(a), await open(b)]).toEqual([0, 1])
  await inStep()
  expect([await open(a), await open(b)]).toEqual([0, 0])
  for (const station of [a, b]) {
    expect(await order(station, id)).toMatchObject({
      promised: { on: '2026-12-01' },
      deliveryAddress: { city: 'Utrecht' },
    })
    expect(await station.app.query('finding.get', { id: finding })).toMatchObject({
      isOpen: false,
      answers: [],
      answered: { answer: 'again', userName: 'Marit Visser', stationCode: 'A' },
    })
  }
  const before = tableDump(b.app.app.station.db, ['findings'])
  b.app.app.rebuild()
  expect(tableDump(b.app.app.station.db, ['findings'])).toEqual(before)
  same(a, b)
})

test('[F3] leaving what stands changes nothing and closes it; field by field puts back what was chosen', async () => {
  const [a, b, id, finding] = await twoVersions()
  await b.app.command('finding.resolve', { id: finding, answer: 'edit', keep: ['promised'] })
  await inStep()
  expect(await order(a, id)).toMatchObject({ promised: { on: '2026-12-01' }, deliveryAddress: { city: 'Breda' } })
  await change(a, id, { promised: { on: '2026-12-02', at: null } })
  await change(b, id, { promised: { on: '2026-12-03', at: null } })
  await inStep()
  const [next] = (await a.app.query('finding.list', { doc: id })).rows
  await a.app.command('finding.resolve', { id: next?.id ?? '', answer: 'theirs' })
  await inStep()
  expect(await order(b, id)).toMatchObject({ promised: { on: '2026-12-03' } })
  expect([await open(a), await open(b)]).toEqual([0, 0])
  expect((await b.app.query('finding.list', { show: 'answered' })).rows).toHaveLength(2)
  same(a, b)
})

test('[F6] [Y26] answered at two stations apart: the first stands, and what the other wanted is found', async () => {
  const [a, b, id, finding] = await twoVersions()
  await a.app.command('finding.resolve', { id: finding, answer: 'theirs' })
  await b.app.command('finding.resolve', { id: finding, answer: 'again' })
  await shop.exchange(a, 'push', random, calm)
  await inStep()
  expect(await order(b, id)).toMatchObject({ promised: { on: '2026-12-08' } })
  const { rows } = await a.app.query('finding.list', {})
  expect(rows).toMatchObject([{ kind: 'refused', paths: ['deliveryAddress', 'promised'] }])
  same(a, b)
})

test('[F4] a refused cancellation can be put back only where the order can get there, in the words of its own rules', async () => {
  const [a, b, id] = await twoStations()
  await a.app.command('salesOrder.close', { id })
  await b.app.command('salesOrder.cancel', { id, reason: 'nobody came' })
  await inStep()
  const [finding] = (await b.app.query('finding.list', {})).rows
  const again = { id: finding?.id ?? '', answer: 'again' as const }
  expect(await b.app.refusal('command', 'finding.resolve', again)).toMatchObject({ code: 'salesOrder.movedOn' })
  await a.app.command('salesOrder.reopen', { id })
  await inStep()
  await b.app.command('finding.resolve', again)
  await inStep()
  for (const station of [a, b])
    expect(await order(station, id)).toMatchObject({ status: 'cancelled', cancelReason: 'nobody came' })
  expect(await open(a)).toBe(0)
})

test('[F4] an order with money is not cancelled by an answer either', async () => {
  const [a, b, id] = await twoStations()
  await b.app.command('salesOrder.cancel', { id, reason: '' })
  await a.app.command('salesOrder.close', { id })
  await shop.exchange(a, 'push', random, calm)
  await inStep()
  await a.app.command('salesOrder.reopen', { id })
  await a.app.command('payment.receive', {
    id: a.app.newId(),
    salesOrderId: id,
    method: 'pin',
    amount: 100,
    reference: '',
  })
  const [finding] = (await a.app.query('finding.list', {})).rows
  expect(await a.app.refusal('command', 'finding.resolve', { id: finding?.id ?? '', answer: 'again' })).toMatchObject({
    code: 'salesOrder.cancelPaid',
  })
})

test('[F5] of a payment on a cancelled order one says that it is seen to, and it goes when the money is given back', async () => {
  const [a, b, id] = await twoStations()
  await a.app.command('salesOrder.cancel', { id, reason: '' })
  const { id: payment } = await b.app.command('payment.receive', {
    id: b.app.newId(),
    salesOrderId: id,
    method: 'pin',
    amount: 1210,
    reference: '',
  })
  await inStep()
  const [finding] = (await a.app.query('finding.list', { doc: id })).rows
  expect(finding).toMatchObject({ kind: 'payment.onCancelledOrder', paths: [] })
  const wrong = { id: finding?.id ?? '', answer: 'again' as const }
  expect(await a.app.refusal('command', 'finding.resolve', wrong)).toMatchObject({ code: 'finding.noSuchAnswer' })
  await a.app.command('finding.resolve', { id: finding?.id ?? '', answer: 'done', note: 'customer keeps it as credit' })
  await inStep()
  expect([await open(a), await open(b)]).toEqual([0, 0])
  await b.app.command('payment.reverse', { id: b.app.newId(), paymentId: payment, reason: 'given back' })
  await inStep()
  for (const station of [a, b]) expect((await station.app.query('finding.list', { show: 'answered' })).rows).toEqual([])
  same(a, b)
})

test('[F2] a finding is taken, dated and talked about at one station and so at the other', async () => {
  const [a, b, id, finding] = await twoVersions()
  const noor = await withPerson(a.app, 'counter')
  await a.app.command('finding.take', { id: finding, assignee: noor, dueOn: '2026-11-30' })
  await a.app.command('task.comment', { id: a.app.newId(), taskId: finding, text: 'I call them' })
  await inStep()
  expect(await b.app.query('finding.get', { id: finding })).toMatchObject({
    assigneeName: 'Noor de Wit',
    dueOn: '2026-11-30',
    comments: [{ text: 'I call them', writtenByName: 'Noor de Wit' }],
  })
  expect((await a.app.query('finding.list', { show: 'mine' })).rows).toMatchObject([{ id: finding }])
  expect((await b.app.query('finding.list', { show: 'mine' })).rows).toEqual([])
  // What people do about it stands in no list of tasks, which has its own.
  expect((await a.app.query('task.list', { show: 'mine' })).rows).toEqual([])
  expect(await order(b, id)).toMatchObject({ promised: { on: '2026-12-08' } })
})

test('[F1] [F4] whoever may not change the document sees the finding and may take it, not answer it; nor do they see money', async () => {
  const [a, b, id] = await twoStations()
  const line = (await order(a, id)).lines[0]
  if (line === undefined) throw new Error('a line')
  const put = (price: number) => ({
    id,
    put: [
      {
        id: line.id,
        what: freeText({ unitPrice: { amount: price, base: 1 } }),
        position: 'a',
      },
    ],
  })
  await a.app.command('salesOrder.change', put(20_000_000))
  await b.app.command('salesOrder.change', put(30_000_000))
  await inStep()
  const [finding] = (await a.app.query('finding.list', {})).rows
  const answer = { id: finding?.id ?? '', answer: 'theirs' as const }
  expect(JSON.stringify(await a.app.query('finding.get', { id: answer.id }))).toContain('30000000')
  await withPerson(a.app, 'warehouse')
  const seen = await a.app.query('finding.get', { id: answer.id })
  expect(seen).toMatchObject({ answers: [], fields: [{ path: `lines.${line.id}.item`, isHidden: true }] })
  expect(JSON.stringify(seen)).not.toContain('30000000')
  expect(await a.app.refusal('command', 'finding.resolve', answer)).toMatchObject({ code: 'permission.missing' })
})

test('[Y24] [U14] the history says of a value that gave way unseen by whom, of an important and of a free one, and what was refused', async () => {
  const [a, b, id] = await twoStations()
  await change(a, id, { promised: { on: '2026-12-01', at: null }, instructions: 'ring twice' })
  await change(b, id, { promised: { on: '2026-12-08', at: null }, instructions: 'ring once' })
  await inStep()
  await a.app.command('salesOrder.close', { id })
  await b.app.command('salesOrder.cancel', { id, reason: '' })
  await inStep()
  for (const station of [a, b]) {
    const { entries } = await station.app.query('history.get', { entity: 'sales_order', doc: id })
    const by = { userName: 'Marit Visser', stationCode: 'B', at: expect.any(String) }
    const overwritten = entries.flatMap(({ station: { code }, fields }) =>
      fields.flatMap(({ path, overwrittenBy }) => (overwrittenBy === undefined ? [] : [{ code, path, overwrittenBy }])),
    )
    expect(overwritten).toEqual([
      { code: 'A', path: 'instructions', overwrittenBy: by },
      { code: 'A', path: 'promised', overwrittenBy: by },
    ])
    expect(entries.filter(({ verdict }) => verdict === 'refused')).toMatchObject([{ command: 'salesOrder.cancel' }])
  }
})

test('[F7] [Y31] a draft placed at two stations keeps its number; one cancelled meanwhile gets the number of the placing put back', async () => {
  const [a, b] = await twoStations()
  const draft = async () => {
    const line = freeTextLine(a.app)
    const { id } = await a.app.command('salesOrder.take', orderInput(a.app, { lines: [line], confirm: false }))
    await inStep()
    return id
  }
  const both = await draft()
  await a.app.command('salesOrder.confirm', { id: both })
  await b.app.command('salesOrder.confirm', { id: both })
  await inStep()
  expect((await a.app.query('finding.list', {})).rows).toEqual([])
  const one = await draft()
  await a.app.command('salesOrder.cancel', { id: one, reason: '' })
  const { number } = await b.app.command('salesOrder.confirm', { id: one })
  await inStep()
  const [finding] = (await a.app.query('finding.list', {})).rows
  await a.app.command('finding.resolve', { id: finding?.id ?? '', answer: 'edit', keep: ['status'] })
  await inStep()
  for (const station of [a, b]) expect(await order(station, one)).toMatchObject({ status: 'confirmed', number })
})

test('[F8] [Y26] a third value is typed in the finding: read as the order’s page reads it, closed everywhere, others put back beside it', async () => {
  const [a, b, id, finding] = await twoVersions()
  const typed = [{ path: 'promised', value: { on: '2026-12-04', at: '16:30' } }]
  await a.app.command('finding.resolve', { id: finding, answer: 'edit', keep: ['deliveryAddress'], typed })
  await inStep()
  for (const station of [a, b]) {
    expect(await order(station, id)).toMatchObject({
      promised: { on: '2026-12-04', at: '16:30' },
      deliveryAddress: place('Utrecht'),
    })
    expect((await station.app.query('finding.get', { id: finding })).answered).toMatchObject({ answer: 'edit' })
    expect(await open(station)).toBe(0)
  }
  same(a, b)
})

test('[F8] what the page would refuse is refused in its words at its place, and what is no part of the finding as well', async () => {
  const [a, , , finding] = await twoVersions()
  const refusal = (typed: { path: string; value: string | { on: string; at: null } }[], keep: string[] = []) =>
    a.app.refusal('command', 'finding.resolve', { id: finding, answer: 'edit', keep, typed })
  expect(await refusal([{ path: 'promised', value: { on: '2026-13-40', at: null } }])).toMatchObject({
    code: 'input.invalid',
    problems: [{ field: 'typed.0.value.on', code: 'date.unknown' }],
  })
  expect(await refusal([{ path: 'promised', value: { on: '2019-01-01', at: null } }])).toMatchObject({
    code: 'salesOrder.promisedBeforeOrder',
    problems: [{ field: 'typed.0.value' }],
  })
  const day = { path: 'promised', value: { on: '2026-12-04', at: null } }
  expect(await refusal([day], ['promised'])).toMatchObject({ code: 'finding.fieldTwice' })
  expect(await refusal([{ path: 'status', value: 'closed' }])).toMatchObject({ code: 'finding.unknownField' })
  expect(await open(a)).toBe(1)
})

test('[F8] [SO5] a line’s typed quantity is priced by the core, and nobody types over money they may not see', async () => {
  const [a, b, id] = await twoStations()
  const line = (await order(a, id)).lines[0]
  if (line === undefined) throw new Error('a line')
  const what = (each: number) => freeText({ quantity: { sets: 1, each } })
  const put = (each: number) => ({ id, put: [{ id: line.id, what: what(each), position: 'a' }] })
  await a.app.command('salesOrder.change', put(2000))
  await b.app.command('salesOrder.change', put(3000))
  await inStep()
  const [finding] = (await a.app.query('finding.list', {})).rows
  const path = `lines.${line.id}.item`
  const answer = (each: number) => ({
    id: finding?.id ?? '',
    answer: 'edit' as const,
    typed: [{ path, value: what(each) }],
  })
  expect(await a.app.refusal('command', 'finding.resolve', answer(-1000))).toMatchObject({
    problems: [{ field: expect.stringMatching(/^typed\.0\.value/) }],
  })
  const administrator = (await a.app.query('task.people', {})).people[0]?.id
  const clerk = await withPerson(a.app, 'counter')
  a.app.actAs(administrator)
  await a.app.command('user.change', { id: clerk, withheld: ['price.see'] })
  a.app.actAs(clerk)
  expect(await a.app.refusal('command', 'finding.resolve', answer(5000))).toMatchObject({ code: 'finding.hidden' })
  a.app.actAs(administrator)
  await a.app.command('finding.resolve', answer(5000))
  await inStep()
  for (const station of [a, b])
    expect(await order(station, id)).toMatchObject({ lines: [{ quantity: { each: 5000 }, money: { amount: 5000 } }] })
})

test('[F8] [PA7] a customer’s phone and code are typed under the rules of the customer’s form', async () => {
  const [a, b] = await twoStations()
  const { id } = await a.app.command('party.register', { name: 'Drukwerk BV', code: 'D1', phone: '030 2345678' })
  await a.app.command('party.register', { name: 'Other', code: 'TAKEN' })
  await inStep()
  await a.app.command('party.change', { id, phone: '030 2345670', code: 'D2' })
  await b.app.command('party.change', { id, phone: '030 2345671', code: 'D3' })
  await inStep()
  const [finding] = (await b.app.query('finding.list', {})).rows
  const resolve = (typed: { path: string; value: string }[]) => ({
    id: finding?.id ?? '',
    answer: 'edit' as const,
    typed,
  })
  expect(await b.app.refusal('command', 'finding.resolve', resolve([{ path: 'code', value: 'taken' }]))).toMatchObject({
    code: 'party.codeTaken',
    problems: [{ field: 'typed.0.value' }],
  })
  expect(
    await b.app.refusal('command', 'finding.resolve', resolve([{ path: 'phone', value: 'ring me' }])),
  ).toMatchObject({ problems: [{ field: 'typed.0.value' }] })
  await b.app.command(
    'finding.resolve',
    resolve([
      { path: 'phone', value: '030 2345679' },
      { path: 'code', value: 'D9' },
    ]),
  )
  await inStep()
  for (const station of [a, b])
    expect(await station.app.query('party.get', { id })).toMatchObject({ phone: '+31302345679', code: 'D9' })
})

test('[F8] [PR45] one print template saved at two stations apart: its name is typed, its look chosen whole', async () => {
  const [a, b] = await twoStations()
  const { id } = await a.app.command('printTemplate.add', {
    kind: 'fulfilment.packingSlip',
    name: 'Met stempel',
    design: builtInDesign,
  })
  await inStep()
  const save = (station: SimStation, name: string, accent: string) =>
    station.app.command('printTemplate.change', { id, version: 1, name, design: { ...builtInDesign, accent } })
  await save(a, 'Blauw', '#00688f')
  await save(b, 'Rood', '#b3201a')
  await inStep()
  const [found] = (await b.app.query('finding.list', {})).rows
  const { fields } = await b.app.query('finding.get', { id: found?.id ?? '' })
  expect(fields.map(({ path }) => path).toSorted()).toEqual(['design', 'name'])
  const answer = { id: found?.id ?? '', answer: 'edit' as const }
  const noDesign = { ...answer, keep: [], typed: [{ path: 'design', value: 'blue' }] }
  expect(await b.app.refusal('command', 'finding.resolve', noDesign)).toMatchObject({ code: 'finding.notTyped' })
  const typed = [{ path: 'name', value: 'Blauw, was Rood' }]
  await b.app.command('finding.resolve', { ...answer, keep: ['design'], typed })
  await inStep()
  for (const station of [a, b]) {
    expect(await station.app.query('printTemplate.get', { id })).toMatchObject({
      ...{ name: 'Blauw, was Rood', design: { accent: '#00688f' } },
    })
    expect(await open(station)).toBe(0)
  }
})
