import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Core } from '#main/app/core.ts'
import { startCore } from '#main/app/core-host.ts'
import { startHeadlessHost } from '#main/headless/headless-host.ts'
import { createTranslator } from '#main/platform/translate/translator.ts'
import { productContract } from '#shared/contract.ts'
import { businessCards } from '#tests/catalog/sample-products.ts'
import { orderInput, productLine } from './order-samples.ts'

const project = new URL('../../', import.meta.url)
let folder = ''
let core: Core
let host: Awaited<ReturnType<typeof startHeadlessHost>>
let token = ''

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'counterproof-api-'))
  core = await startCore({
    dataFolder: folder,
    demo: false,
    workerUrl: new URL('src-main/app/core-worker.ts', project),
    version: '0.0.0',
    log: () => {},
  })
  host = await startHeadlessHost({
    core,
    contract: productContract,
    version: '0.0.0',
    port: 0,
    rendererFolder: fileURLToPath(new URL('out/renderer', project)),
    translator: createTranslator(fileURLToPath(new URL('resources/locales', project))),
    log: () => {},
  })
  token = await core.issueRunToken()
}, 60_000)
afterAll(async () => {
  await host.close()
  await core.close()
  rmSync(folder, { recursive: true, force: true })
})

interface Answer {
  readonly status: number
  readonly replayed: boolean
  readonly body: unknown
}

async function post(path: string, input: unknown, key?: string): Promise<Answer> {
  const headers = {
    authorization: `Bearer ${token}`,
    'content-type': 'application/json',
    ...(key === undefined ? {} : { 'idempotency-key': key }),
  }
  const response = await fetch(`http://127.0.0.1:${host.port}/api/${path}`, {
    method: 'POST',
    headers,
    body: JSON.stringify(input),
  })
  return {
    status: response.status,
    replayed: response.headers.get('idempotent-replay') === 'true',
    body: await response.json(),
  }
}

const command = (name: string, input: unknown, key: string = randomUUID()): Promise<Answer> =>
  post(`commands/${name}`, input, key)
const query = (name: string, input: unknown): Promise<Answer> => post(`queries/${name}`, input)

test('a script sets a shop up and takes the order of 59.77; the same command id a second time changes nothing', {
  timeout: 60_000,
}, async () => {
  const company = {
    name: 'Drukkerij De Kade',
    country: 'NL',
    language: 'nl',
    currency: 'EUR',
    timeZone: 'Europe/Amsterdam',
  }
  expect(await command('company.setUp', { company, administrator: { name: 'Kantoor' } })).toMatchObject({ status: 200 })
  expect(await command('product.add', businessCards)).toMatchObject({ status: 200 })
  const partyId = uuidv7()
  expect(
    await command('party.register', { id: partyId, name: 'Bakkerij De Molen', discount: 500, language: 'nl' }),
  ).toMatchObject({ status: 200 })

  const ids = { newId: uuidv7 }
  const order = orderInput(ids, {
    customer: { kind: 'party', partyId },
    lines: [productLine(ids, businessCards, 1000)],
    source: 'api',
  })
  const key = randomUUID()
  const first = await command('salesOrder.take', order, key)
  expect(first).toMatchObject({
    status: 200,
    replayed: false,
    body: { number: expect.stringMatching(/^\d\d-A00001$/) },
  })
  const again = await command('salesOrder.take', order, key)
  expect(again).toEqual({ ...first, replayed: true })
  expect(await command('salesOrder.take', { ...order, customerReference: 'PO 1' }, key)).toMatchObject({ status: 409 })

  expect(await query('salesOrder.get', { id: order.id })).toMatchObject({
    status: 200,
    body: { money: { net: 4940, vatAmount: 1037, gross: 5977, open: 5977 } },
  })
  expect(await query('salesOrder.list', {})).toMatchObject({ body: { rows: [{ id: order.id }] } })
  const paymentId = uuidv7()
  const payment = { id: paymentId, salesOrderId: order.id, method: 'pin', amount: 5977, reference: '0047' }
  expect(await command('payment.receive', payment, paymentId)).toMatchObject({
    status: 200,
    body: { paid: 5977, open: 0 },
  })
  expect(await command('payment.receive', payment, paymentId)).toMatchObject({
    status: 200,
    replayed: true,
    body: { paid: 5977, open: 0 },
  })
  expect(await query('salesOrder.get', { id: order.id })).toMatchObject({
    body: { paymentStatus: 'paid', money: { paid: 5977, open: 0 } },
  })
})

test('[bad input 79] a list asks for its own columns only: anything else is a 400 that names the field', async () => {
  for (const bad of [
    { sort: 'name;drop table sales_orders' },
    { sort: '(select 1)' },
    { limit: 1_000_000_000 },
    { limit: -1 },
    { after: 'x' },
    { stages: Array(1000).fill('new') },
    { where: '1=1' },
  ]) {
    const answer = await query('salesOrder.list', bad)
    expect([bad, answer.status]).toEqual([bad, 400])
    expect(JSON.stringify(answer.body)).toMatch(/sort|limit|after|stages|where/)
  }
})

test('[bad input 80] numbers are numbers, and what is not declared is refused', async () => {
  const wrong: readonly object[] = [
    { limit: '1' },
    { limit: 1.5 },
    { limit: 2 ** 53 },
    { __proto__x: 1 },
    { constructor: {} },
  ]
  for (const bad of wrong) expect([bad, (await query('salesOrder.list', bad)).status]).toEqual([bad, 400])
})
