import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type PackedText, unpackText } from '#main/platform/changes/packed-text.ts'
import { createTranslator } from '#main/platform/translate/translator.ts'
import { type InputFor, productContract } from '#shared/contract.ts'
import { languages } from '#tests/architecture/locale-files.ts'
import { businessCards } from '#tests/catalog/sample-products.ts'
import { createTestShop, type TestShop, withPerson } from '#tests/support/test-shop.ts'
import { freeTextLine, orderInput, productLine } from './order-samples.ts'

let shop: TestShop
beforeEach(async () => {
  shop = await createTestShop()
  await shop.command('product.add', businessCards)
})
afterEach(async () => {
  expect(shop.problems).toEqual([])
  await shop.close()
})

type Take = InputFor<'salesOrder.take'>
const cards = (change: Partial<Take> = {}): Take =>
  orderInput(shop, { lines: [productLine(shop, businessCards, 1000)], ...change })
const freeLine = (what: Partial<Extract<Take['lines'][number]['what'], { kind: 'free_text' }>>): Take['lines'] => [
  freeTextLine(shop, what),
]
const rows = (): unknown =>
  shop.app.station.db
    .read('select (select count(*) from changes) changes, (select count(*) from commands) commands')
    .get()
const refused = (input: unknown) => shop.refusal('command', 'salesOrder.take', input)

test('[bad input 1] three clicks in one tick are one order, and every click is answered with it', async () => {
  const input = cards()
  const commandId = shop.newId()
  const answers = await Promise.all([1, 2, 3].map(() => shop.reply('command', 'salesOrder.take', input, commandId)))
  const result = { id: input.id, number: '26-A00001' }
  expect(answers).toEqual([
    { ok: true, result },
    { ok: true, result, replayed: true },
    { ok: true, result, replayed: true },
  ])
  expect((await shop.query('salesOrder.list', {})).rows).toHaveLength(1)
})

test('[bad input 2] what was pressed again while saving, with something changed meanwhile, does not save over it', async () => {
  const input = cards()
  const commandId = shop.newId()
  const [first, second] = await Promise.all([
    shop.reply('command', 'salesOrder.take', input, commandId),
    shop.reply('command', 'salesOrder.take', { ...input, customerReference: 'PO 7' }, commandId),
  ])
  expect(first).toMatchObject({ ok: true })
  expect(second).toMatchObject({ ok: false, refusal: { code: 'command.idReused' } })
  // Under an id of its own it still is the same order: its document id was made when the form opened.
  expect(await refused(input)).toMatchObject({ code: 'document.exists' })
  expect((await shop.query('salesOrder.list', {})).rows).toHaveLength(1)
})

test('[bad input 3] a megabyte in a name is refused at its field with both counts, and nothing is written', async () => {
  const before = rows()
  const name = 'x'.repeat(1_000_000)
  expect(await refused(cards({ customer: { kind: 'walk_in', name } }))).toEqual({
    code: 'input.invalid',
    problems: [{ field: 'customer.name', code: 'text.tooLong', params: { max: 200, count: 1_000_000 } }],
  })
  expect(rows()).toEqual(before)
})

test('[bad input 4] [bad input 5] controls go, turned text is marked, emoji and stacks stay, in an order as on its lists', async () => {
  const typed = 'Drukkerij\u0000 \u200B„Łódź“ 🇵🇱👩🏽‍🎨 \u202Egnp.exe Z\u0336\u0335\u0334a\u0301'
  const kept = 'Drukkerij „Łódź“ 🇵🇱👩🏽‍🎨 \uFFFDgnp.exe Z\u0336\u0335\u0334á'
  const { id } = await shop.command('salesOrder.take', cards({ customer: { kind: 'walk_in', name: typed } }))
  expect((await shop.query('salesOrder.get', { id })).customer.name).toBe(kept)
  expect((await shop.query('salesOrder.list', { search: 'łódź' })).rows.map((each) => each.customerName)).toEqual([
    kept,
  ])
})

test('[bad input 6] signs of search languages are looked for as they stand', async () => {
  const names = ["O'Brien", `Robert'); DROP TABLE sales_orders;--`, '100 % katoen', 'a_b', 'zeg "ja"', 'ster*']
  for (const name of names) await shop.command('salesOrder.take', cards({ customer: { kind: 'walk_in', name } }))
  const found = async (search: string) =>
    (await shop.query('salesOrder.list', { search })).rows.map((each) => each.customerName)
  for (const name of names) expect([name, await found(name)]).toEqual([name, [name]])
  expect(await found("' OR 1=1 --")).toEqual([])
  expect(await found('%%%')).toEqual([])
  expect(await found('NEAR(a b)')).toEqual([])
  expect((await shop.query('salesOrder.list', {})).rows).toHaveLength(names.length)
})

test('[bad input 7] markup and templates are kept and given back as the text they are', async () => {
  const hostile = `<script>alert(1)</script><img src=x onerror=alert(2)> {{7*7}} \${7*7} <%= 7 %>`
  const { id } = await shop.command(
    'salesOrder.take',
    cards({ customer: { kind: 'walk_in', name: hostile }, instructions: hostile, lines: freeLine({ title: hostile }) }),
  )
  await shop.command('salesOrder.note', { id, text: hostile })
  const order = await shop.query('salesOrder.get', { id })
  expect([order.customer.name, order.instructions, order.lines[0]?.title, order.notes[0]?.text]).toEqual(
    Array(4).fill(hostile),
  )
})

test('[bad input 8] [bad input 9] the core takes numbers only: nothing typed reaches it unread', async () => {
  const before = rows()
  for (const amount of ['1.234,56', '1e9', 1e9 + 0.5, Number.NaN, Number.POSITIVE_INFINITY, '٣', null, 2 ** 53])
    expect((await refused(cards({ lines: freeLine({ unitPrice: { amount: amount as number, base: 1 } }) }))).code).toBe(
      'input.invalid',
    )
  expect(rows()).toEqual(before)
})

test('[bad input 10] a quantity nobody can make is refused with its range; whole units stay whole', async () => {
  const codeOf = async (each: number, sets = 1): Promise<string> =>
    (await refused(cards({ lines: freeLine({ quantity: { sets, each } }) }))).code
  expect([
    await codeOf(0),
    await codeOf(-1000),
    await codeOf(2_147_483_648_000),
    await codeOf(1e15),
    await codeOf(333),
    await codeOf(1000, 0),
    await codeOf(1000, 10_000),
    await codeOf(1e300),
  ]).toEqual([
    'quantity.notPositive',
    'quantity.notPositive',
    'quantity.tooLarge',
    'quantity.tooLarge',
    'quantity.decimals',
    'quantity.sets',
    'quantity.sets',
    'input.invalid',
  ])
  const refusal = await refused(cards({ lines: freeLine({ quantity: { sets: 1, each: 2_147_483_648_000 } }) }))
  expect(JSON.stringify(refusal)).toContain('999999999')
})

test('[bad input 11] a price above ten million or ten times the last is asked about, and then taken', async () => {
  const dear = { kind: 'unit_price', price: { amount: 11_000_000 * 1_000_000, base: 1 }, reason: 'gold' } as const
  const line = productLine(shop, businessCards, 1)
  const lines: Take['lines'] = line.what.kind === 'product' ? [{ ...line, what: { ...line.what, override: dear } }] : []
  expect(await refused(cards({ lines }))).toMatchObject({
    code: 'salesOrder.warnings',
    problems: [{ code: 'price.aboveTenMillion' }],
  })
  expect(await shop.command('salesOrder.take', cards({ lines, warningsSeen: true }))).toMatchObject({
    number: '26-A00001',
  })
  const tooMuch = freeLine({
    unitPrice: { amount: Number.MAX_SAFE_INTEGER, base: 1 },
    quantity: { sets: 99, each: 1e9 },
  })
  expect((await refused(cards({ lines: tooMuch, warningsSeen: true }))).code).toBe('price.tooLarge')
})

test('[bad input 12] 100 % off needs the right, more than that and less than nothing are refused', async () => {
  const off = (rate: number): Take['lines'] => {
    const line = productLine(shop, businessCards, 1000)
    return line.what.kind === 'product'
      ? [{ ...line, what: { ...line.what, override: { kind: 'discount', rate, reason: 'spoiled' } } }]
      : []
  }
  for (const rate of [10_001, -500, 0.5])
    expect((await refused(cards({ lines: off(rate) }))).code).toBe('input.invalid')
  await shop.command('salesOrder.take', cards({ lines: off(10_000), warningsSeen: true }))
  await withPerson(shop, 'counter')
  expect(await refused(cards({ lines: off(10_000), warningsSeen: true }))).toMatchObject({
    code: 'permission.missing',
    params: { permission: 'discount.full' },
  })
  expect((await shop.query('salesOrder.list', {})).rows).toHaveLength(1)
})

test('[bad input 15] the core keeps dates that exist, and promises nothing before the day of the order or in a far year', async () => {
  const promise = async (on: string): Promise<string> => (await refused(cards({ promised: { on, at: null } }))).code
  expect([
    await promise('2026-02-31'),
    await promise('2027-02-29'),
    await promise('01/02/2027'),
    await promise('26-11-20'),
    await promise('1900-01-01'),
    await promise('9999-12-31'),
  ]).toEqual([...Array(4).fill('input.invalid'), 'salesOrder.promisedBeforeOrder', 'salesOrder.promisedTooFar'])
  expect((await refused(cards({ promised: { on: '2026-12-01', at: '25:00' } }))).code).toBe('input.invalid')
})

test('[bad input 20] who loses the right with the form open is refused by the core; the form is kept and a colleague takes it over', async () => {
  const administrator = shop.administratorId
  const noor = await withPerson(shop, 'counter')
  const form = { key: 'salesOrder/new', kind: 'salesOrder', title: 'Order for Zon', data: { note: 'for Friday' } }
  await shop.local('formDraft.keep', form)
  const token = shop.sessionOf(noor)
  shop.actAs(administrator)
  await shop.command('user.change', { id: noor, role: 'warehouse' })
  const before = rows()
  const answer = await shop.reply('command', 'salesOrder.take', cards(), undefined, token)
  expect(answer).toMatchObject({ ok: false, refusal: { code: 'permission.missing' } })
  expect(rows()).toEqual(before)
  shop.actAs(noor)
  expect(await shop.query('formDraft.get', { key: form.key })).toMatchObject({ data: form.data })
  shop.actAs(administrator)
  await shop.local('formDraft.takeOver', { userId: noor, key: form.key })
  expect(await shop.query('formDraft.get', { key: form.key })).toMatchObject({ data: form.data })
  await shop.command('salesOrder.take', cards())
})

test('[bad input 23] nothing the program knows deletes a document; what is paid is neither cancelled nor forgotten', async () => {
  const names = Object.keys(productContract)
  expect(names.length).toBeGreaterThan(60)
  // What is discarded or removed is a person's own: an upload, a form that is open, a view, a printer of this station.
  const own = /^(file|formDraft|savedView|printer|printRoute|printJob)\./u
  expect(names.filter((name) => /delete|erase|remove|destroy|purge|discard/iu.test(name) && !own.test(name))).toEqual(
    [],
  )
  expect(names).toEqual(
    expect.arrayContaining(['salesOrder.cancel', 'party.archive', 'product.archive', 'payment.reverse']),
  )
  const { id } = await shop.command('salesOrder.take', cards())
  await shop.command('payment.receive', { id: shop.newId(), salesOrderId: id, method: 'pin', amount: 100 })
  expect((await shop.refusal('command', 'salesOrder.cancel', { id, reason: 'mistake' })).code).toBe(
    'salesOrder.cancelPaid',
  )
  for (const statement of ['delete from changes', `update changes set payload = '{}'`])
    expect(() => shop.app.station.db.driver.exec(statement)).toThrow()
})

test('[bad input 24] what is taken back is a counter-entry: the payment stays and its reversal stands beside it', async () => {
  const { id } = await shop.command('salesOrder.take', cards())
  const payment = { id: shop.newId(), salesOrderId: id, method: 'pin', amount: 2000 } as const
  await shop.command('payment.receive', payment)
  await shop.command('payment.reverse', { id: shop.newId(), paymentId: payment.id, reason: 'wrong order' })
  const ledger = await shop.query('payment.ofOrder', { salesOrderId: id })
  expect(ledger.payments.map((each) => each.amount).sort((a, b) => a - b)).toEqual([-2000, 2000])
  expect(ledger).toMatchObject({ paid: 0 })
})

test('[bad input 25] a card number in a note, an instruction, a remark on a line or a reference is nowhere in the data folder', async () => {
  const card = '5500-0000 0000.0004'
  const line = { ...productLine(shop, businessCards, 1000), note: `Betaald met ${card}` }
  const { id } = await shop.command(
    'salesOrder.take',
    cards({ instructions: `kaart ${card}, bel even`, lines: [line] }),
  )
  await shop.command('salesOrder.note', { id, text: `Card 4111 1111 1111 1111 exp 12/28` })
  await shop.command('payment.receive', {
    id: shop.newId(),
    salesOrderId: id,
    method: 'pin',
    amount: 100,
    reference: '378282246310005',
  })
  await shop.command('party.register', { name: 'Zon', note: card })
  const order = await shop.query('salesOrder.get', { id })
  expect([order.instructions, order.lines[0]?.note, order.notes[0]?.text]).toEqual([
    'kaart •••• 0004, bel even',
    'Betaald met •••• 0004',
    'Card •••• 1111 exp 12/28',
  ])
  shop.app.station.db.driver.pragma('wal_checkpoint(TRUNCATE)')
  // The file as it lies there, and what it holds packed.
  const packed = shop.app.station.db
    .read<{ text: PackedText }>('select payload as text from changes union all select data from docs')
    .all()
  const bytes = readFileSync(join(shop.folder, 'counterproof.db')).toString('latin1')
  const everything = [bytes, ...packed.map(({ text }) => unpackText(text))].join('\n')
  for (const part of [card, '5500000000000004', '4111 1111', '4111111111111111', '378282246310005'])
    expect([part, everything.includes(part)]).toEqual([part, false])
  expect(everything.includes('Betaald met')).toBe(true)
})

test('[bad input 28] [bad input 29] a ticket scanned twice changes nothing, and a code from elsewhere is nobody’s: no guess, no hint', async () => {
  const { id } = await shop.command('salesOrder.take', cards())
  const before = rows()
  const scanned = (reference: string) => shop.query('salesOrder.byReference', { reference })
  const first = await scanned('26-A00001/1')
  expect(first).toMatchObject({ id })
  expect(await scanned('26-A00001/1')).toEqual(first)
  for (const code of ['26-B00001', '26-A00002', '26-A0000', '8712345678906', "x' or '1'='1"])
    expect([code, await scanned(code)]).toEqual([code, null])
  // A line the order does not have leads to the order itself.
  expect(await scanned('26-A00001/9')).toEqual({ id, lineId: null })
  expect(rows()).toEqual(before)
})

test('[bad input 30] a code that is a link, a script, damaged GS1 or four thousand characters is looked up as text and found by nobody', async () => {
  await shop.command('salesOrder.take', cards())
  for (const reference of ['javascript:alert(1)', 'https://evil.example/26-A00001', '\u001D0105901234123457', '%00'])
    expect(await shop.query('salesOrder.byReference', { reference })).toBeNull()
  expect(
    (await shop.refusal('query', 'salesOrder.byReference', { reference: '26-A00001'.repeat(500) })).problems,
  ).toMatchObject([{ field: 'reference' }])
})

const sentences: readonly string[] = [
  'refusal.input.invalid',
  'refusal.command.idReused',
  'refusal.permission.missing',
  'refusal.document.exists',
  'refusal.price.tooLarge',
  'refusal.database.full',
  'refusal.quantity.notPositive',
  'refusal.quantity.tooLarge',
  'refusal.quantity.decimals',
  'refusal.salesOrder.cancelPaid',
  'refusal.salesOrder.promisedBeforeOrder',
  'refusal.salesOrder.promisedTooFar',
  'refusal.salesOrder.warnings',
  'problem.text.tooLong',
  'problem.text.required',
  'problem.price.aboveTenMillion',
  'problem.price.givenFree',
  'problem.date.unknown',
]

test.each(languages)('[bad input] every no above has its sentence in %s', (language) => {
  const folder = resolve(import.meta.dirname, '../../resources/locales')
  const { translate } = createTranslator(folder)
  const namespaces = [
    'app',
    'headless',
    'users',
    'sales-orders',
    'pricing',
    'payments',
    'settings',
    'catalog',
    'parties',
  ]
  const params = { count: 2, max: 3, min: 1, decimals: 2, unit: 'C62' }
  const missing = sentences.filter((key) =>
    namespaces.every((namespace) => {
      const words = translate(language, namespace, key, params)
      return words.endsWith(key) || words === ''
    }),
  )
  expect(missing).toEqual([])
})
