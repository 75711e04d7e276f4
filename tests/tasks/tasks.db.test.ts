import { afterEach, beforeEach, expect, test } from 'vitest'
import { findingListSql } from '#main/tasks/queries/list-findings.ts'
import { taskListSql } from '#main/tasks/queries/list-tasks.ts'
import { createTestShop, type TestShop, withPerson } from '#tests/support/test-shop.ts'

let shop: TestShop
let customer: string
beforeEach(async () => {
  shop = await createTestShop()
  customer = (await shop.command('party.register', { name: 'Bakkerij van Dongen', isCustomer: true })).id
})
afterEach(() => shop.close())

const add = async (title: string, more: object = {}): Promise<string> => {
  const { id } = await shop.command('task.add', { id: shop.newId(), title, ...more })
  return id
}
const titles = async (input: Parameters<typeof shop.query<'task.list'>>[1]) =>
  (await shop.query('task.list', input)).rows.map(({ title }) => title)

test('[T1] [COL-01] [COL-03] a task says what, for whom, by whom, about which document and until when', async () => {
  const noor = (await shop.command('user.add', { name: 'Noor de Wit', role: 'counter' })).id
  const about = { entity: 'party', doc: customer }
  const id = await add('Call about the proof', { text: 'After ten', assignee: noor, dueOn: '2026-11-24', about })
  expect(await shop.query('task.get', { id })).toMatchObject({
    title: 'Call about the proof',
    text: 'After ten',
    status: 'open',
    dueOn: '2026-11-24',
    assigneeName: 'Noor de Wit',
    creatorName: 'Marit Visser',
    createdAt: '2026-11-19T13:07:00.000Z',
    about: { entity: 'party', doc: customer, title: expect.stringContaining('Bakkerij van Dongen') },
  })
  expect(await titles({ doc: customer })).toEqual(['Call about the proof'])
})

test('[T1] [T3] a document that is not there and a person who does not work here are refused', async () => {
  const task = { id: shop.newId(), title: 'Call' }
  const nowhere = { ...task, about: { entity: 'sales_order', doc: customer } }
  expect(await shop.refusal('command', 'task.add', nowhere)).toMatchObject({ code: 'notFound.sales_order' })
  const gone = (await shop.command('user.add', { name: 'Piotr', role: 'warehouse' })).id
  await shop.command('user.archive', { id: gone })
  for (const assignee of [gone, customer])
    expect(await shop.refusal('command', 'task.add', { ...task, assignee })).toMatchObject({
      code: 'task.nobodyOfThatName',
    })
})

test('[T2] [COL-02] [COL-05] a task is moved to and fro, and the lists and the figure follow', async () => {
  const id = await add('Order paper', { assignee: shop.administratorId })
  await add('Somebody else’s')
  expect(await shop.query('task.counts', {})).toEqual({ findings: 0, mine: 1 })
  await shop.command('task.move', { id, status: 'in_progress' })
  expect([await titles({ show: 'mine' }), await titles({})]).toEqual([
    ['Order paper'],
    ['Order paper', 'Somebody else’s'],
  ])
  await shop.command('task.move', { id, status: 'done' })
  expect([await titles({ show: 'mine' }), await titles({ show: 'done' })]).toEqual([[], ['Order paper']])
  expect((await shop.query('task.counts', {})).mine).toBe(0)
  await shop.command('task.move', { id, status: 'open' })
  expect((await shop.query('task.counts', {})).mine).toBe(1)
  const { entries } = await shop.query('history.get', { entity: 'task', doc: id })
  expect(entries.map(({ command }) => command)).toEqual(['task.move', 'task.move', 'task.move', 'task.add'])
})

test('[COL-02] tasks come by the day they are due, in pages, those without a day last', async () => {
  for (const [title, dueOn] of [
    ['c', null],
    ['b', '2026-12-02'],
    ['a', '2026-12-01'],
  ] as const)
    await add(title, { dueOn })
  const first = await shop.query('task.list', { limit: 2 })
  expect(first.rows.map(({ title }) => title)).toEqual(['a', 'b'])
  expect(await titles({ limit: 2, after: first.next })).toEqual(['c'])
})

test('[T4] what is said about a task is kept with who and when; an archived task is in no list', async () => {
  const id = await add('Call')
  await shop.command('task.comment', { id: shop.newId(), taskId: id, text: 'Nobody answers' })
  expect((await shop.query('task.get', { id })).comments).toEqual([
    expect.objectContaining({ text: 'Nobody answers', writtenByName: 'Marit Visser' }),
  ])
  await shop.command('task.change', { id, archived: true })
  expect([await titles({}), (await shop.query('task.get', { id })).archived]).toEqual([[], true])
  const nowhere = { id: shop.newId(), taskId: shop.newId(), text: 'x' }
  expect(await shop.refusal('command', 'task.comment', nowhere)).toMatchObject({ code: 'notFound.task' })
})

test('[COL-03] a task changes hands, and whoever packs may have one too', async () => {
  const id = await add('Fetch plates')
  const piotr = await withPerson(shop, 'warehouse')
  await shop.command('task.change', { id, assignee: piotr })
  expect(await titles({ show: 'mine' })).toEqual(['Fetch plates'])
})

test('[W13] each list of tasks and findings reads its index in its order', () => {
  const plan = (sql: string) =>
    shop.app.station.db
      .read<{ detail: string }>(`explain query plan ${sql.replaceAll('?', "'1'")}`)
      .all()
      .map(({ detail }) => detail)
      .join('\n')
  for (const [of, index] of [
    ['all', 'list'],
    ['assignee', 'assignee'],
    ['doc', 'doc'],
  ] as const) {
    expect(plan(taskListSql(of))).toContain(`ix_tasks__${index}`)
    expect(plan(taskListSql(of))).not.toContain('TEMP B-TREE')
  }
  expect(plan(findingListSql('all'))).toContain('ix_findings__is_open')
  expect(plan(findingListSql('all'))).not.toContain('TEMP B-TREE FOR ORDER BY')
  expect(plan(findingListSql('doc'))).toContain('ix_findings__doc')
})
