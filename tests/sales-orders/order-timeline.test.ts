import { describe, expect, test } from 'vitest'
import { changeEvents } from '#renderer/sales-orders/page/change-events.ts'
import { mergedTimeline, noteEvents, paymentEvents } from '#renderer/sales-orders/page/timeline.ts'
import type { OutputFor } from '#shared/contract.ts'

type Entry = OutputFor<'history.get'>['entries'][number]
type Field = Entry['fields'][number]

const field = (path: string, from: unknown, to: unknown): Field => ({ path, from, to, isHidden: false })

function entry(command: string, fields: readonly Field[], more: Partial<Entry> = {}): Entry {
  return {
    id: `${command}-${fields.length}`,
    at: '2026-11-19T10:00:00.000Z',
    kind: 'set',
    command,
    commandId: 'c',
    reason: null,
    station: { id: 's', code: 'A' },
    user: { id: 'u', name: 'Femke' },
    role: 'counter',
    verdict: 'local',
    fields: [...fields],
    ...more,
  }
}

const saying = (command: string, ...fields: readonly Field[]) => changeEvents([entry(command, fields)])[0]?.saying

describe('[ORD-34] a change in a sentence', () => {
  test('taking an order names its number, keeping a draft has none', () => {
    expect(saying('salesOrder.take', field('number', null, { text: '26-A00001' }))).toEqual({
      word: 'timeline.taken',
      params: { number: '26-A00001' },
    })
    expect(saying('salesOrder.take', field('status', null, 'draft'))).toEqual({
      word: 'timeline.draftKept',
      params: {},
    })
  })
  test('one line added, removed, given a file', () => {
    const title = { title: '500 cards' }
    expect(
      saying('salesOrder.change', field('lines.l1.item', null, title), field('lines.l1.position', '', 'i')),
    ).toEqual({
      word: 'timeline.line.added',
      params: { title: '500 cards' },
    })
    expect(saying('salesOrder.change', field('lines.l1.item', title, { title: '1,000 cards' }))).toEqual({
      word: 'timeline.line.changed',
      params: { title: '1,000 cards' },
    })
    expect(saying('salesOrder.change', field('lines.l1.removed', false, true))).toMatchObject({
      word: 'timeline.line.removed',
    })
    expect(saying('salesOrder.change', field('lines.l1.artwork', null, {}))).toMatchObject({
      word: 'timeline.line.artwork',
    })
  })
  test('several alike are counted, several unlike are only counted', () => {
    const removed = ['l1', 'l2'].map((id) => field(`lines.${id}.removed`, false, true))
    expect(saying('salesOrder.change', ...removed)).toEqual({ word: 'timeline.lines.removed', params: { count: 2 } })
    expect(saying('salesOrder.change', ...removed, field('promised', null, {}))).toEqual({
      word: 'timeline.several',
      params: { count: 3 },
    })
    expect(saying('salesOrder.change', field('promised', null, {}))).toEqual({
      word: 'timeline.field.promised',
      params: {},
    })
  })
  test('a hold says who, where and why; an unknown command is still a change', () => {
    const [held] = changeEvents([entry('salesOrder.hold', [field('isOnHold', false, true)], { reason: 'PO number' })])
    expect(held).toMatchObject({ who: 'Femke', where: 'A', reason: 'PO number', glyph: 'on-hold' })
    expect(saying('shipment.handOver', field('x', 1, 2))).toEqual({ word: 'timeline.changed', params: {} })
  })
})

test('[SOP3] one timeline of changes, notes and money, newest first', () => {
  const changes = changeEvents([entry('salesOrder.close', [], { at: '2026-11-19T12:00:00.000Z' })])
  const notes = noteEvents([{ id: 'n', text: 'Call first', writtenBy: 'Ruud', writtenAt: '2026-11-19T11:00:00.000Z' }])
  const payments = paymentEvents(
    [
      {
        id: 'p',
        amount: 17_424,
        method: 'pin',
        reference: '0047 2231',
        part: 'deposit',
        receivedAt: '2026-11-19T11:30:00.000Z',
        receivedByName: 'Femke',
        reverses: null,
        isReversed: false,
        reason: '',
      },
    ],
    (amount) => (amount / 100).toFixed(2),
  )
  const merged = mergedTimeline(changes, notes, payments)
  expect(merged.map(({ kind, saying: words, code }) => [kind, words, code])).toEqual([
    ['change', { word: 'timeline.close', params: {} }, ''],
    ['payment', { word: 'timeline.payment.deposit', params: { amount: '174.24', method: 'pin' } }, '0047 2231'],
    ['note', { text: 'Call first' }, ''],
  ])
})
