import { describe, expect, test } from 'vitest'
import { readViewed, withViewed } from '#renderer/sales-orders/list/last-viewed.ts'
import { readColumns, usualColumns, withColumnToggled } from '#renderer/sales-orders/list/list-columns.ts'
import {
  everythingOpen,
  filterKey,
  isSameFilter,
  listInput,
  readFilter,
  readMonth,
  recentMonths,
  withStageToggled,
} from '#renderer/sales-orders/list/list-filter.ts'
import {
  controlStrip,
  houseViews,
  listViews,
  neighbourView,
  viewCount,
} from '#renderer/sales-orders/list/list-views.ts'
import { latenessOf } from '#renderer/sales-orders/words/order-words.ts'

describe('[ORD-06] [ORD-07] the order of the list', () => {
  test('by date, newest first, until a head is clicked', () => {
    expect(listInput(everythingOpen, null, null)).toMatchObject({ sort: 'taken', direction: 'desc', after: null })
  })
  test.each([
    ['number', 'number'],
    ['title', 'title'],
    ['customer', 'customerCode'],
    ['product', 'product'],
    ['taken', 'taken'],
    ['promised', 'promised'],
  ])('a click on %s sorts by %s both ways', (columnId, sort) => {
    for (const direction of ['asc', 'desc'] as const) {
      expect(listInput(everythingOpen, { columnId, direction }, null)).toMatchObject({ sort, direction })
    }
  })
})

describe('[ORD-08] [ORD-10] [ORD-11] filters', () => {
  test('finished and cancelled orders come only when asked for', () => {
    expect(listInput(everythingOpen, null, null)).toMatchObject({ withFinished: false, withCancelled: false })
    const finished = withStageToggled(everythingOpen, 'finished')
    expect(listInput(finished, null, null)).toMatchObject({
      stages: ['finished'],
      withFinished: true,
      withCancelled: false,
    })
  })
  test('a stage pressed twice is off again', () => {
    const once = withStageToggled(everythingOpen, 'on_hold')
    expect(isSameFilter(withStageToggled(once, 'on_hold'), everythingOpen)).toBe(true)
  })
  test('the order of stages makes no other list', () => {
    const a = { ...everythingOpen, stages: ['new' as const, 'on_hold' as const] }
    const b = { ...everythingOpen, stages: ['on_hold' as const, 'new' as const] }
    expect(filterKey(a)).toBe(filterKey(b))
  })
  test('a filter kept by another program shows what it can, nonsense shows everything open', () => {
    expect(readFilter({ stages: ['new'], colour: 'red' })).toEqual({ ...everythingOpen, stages: ['new'] })
    expect(readFilter({ stages: ['lost'] })).toEqual(everythingOpen)
    expect(readFilter('x')).toEqual(everythingOpen)
  })
  test('[ORD-14] months', () => {
    expect(recentMonths('2026-02-10', 4)).toEqual(['2026-02', '2026-01', '2025-12', '2025-11'])
    expect(['2026-11', '11/2026', '3.26', '13-2026', 'x'].map(readMonth)).toEqual([
      '2026-11',
      '2026-11',
      '2026-03',
      null,
      null,
    ])
  })
})

describe('[ORD-15] views and their counts', () => {
  const counts = {
    stages: { new: 44, waiting_for_payment: 17, on_hold: 3, files_to_check: 9 },
    groups: { open: 73, finished: 900, cancelled: 12 },
  }
  test('counts are those the core keeps; what would have to be counted has none', () => {
    expect(houseViews.map((view) => [view.id, viewCount(view, counts)])).toEqual([
      ['open', 73],
      ['today', null],
      ['late', null],
      ['needsYou', 12],
      ['toBePaid', 17],
      ['drafts', 0],
    ])
  })
  test('saved views stand behind those of the house, and the tabs go round', () => {
    const views = listViews([{ id: 'v1', name: 'Mine', filters: { stages: ['new'] }, isShared: false }])
    expect(views.at(-1)).toEqual({
      id: 'v1',
      name: 'Mine',
      filter: { ...everythingOpen, stages: ['new'] },
      isShared: false,
    })
    expect(neighbourView(views, 'v1', 1)?.id).toBe('open')
    expect(neighbourView(views, 'open', -1)?.id).toBe('v1')
  })
  test('the control strip counts each stage and knows which are on', () => {
    const strip = controlStrip(counts, { ...everythingOpen, stages: ['on_hold'] })
    expect(strip.map(({ stage, count, isOn }) => [stage, count, isOn])).toEqual([
      [null, 73, false],
      ['draft', 0, false],
      ['new', 44, false],
      ['waiting_for_payment', 17, false],
      ['files_to_check', 9, false],
      ['on_hold', 3, true],
    ])
  })
})

test('[ORD-12] the last viewed orders: newest first, each once, and rubbish is none', () => {
  const order = (id: string) => ({ id, number: `26-A0000${id}`, name: 'X' })
  const viewed = ['1', '2', '1', '3'].reduce((all, id) => withViewed(all, order(id)), readViewed(null))
  expect(viewed.map(({ id }) => id)).toEqual(['3', '1', '2'])
  expect(readViewed(JSON.stringify(viewed))).toEqual(viewed)
  expect(readViewed('{"a"')).toEqual([])
  expect(readViewed('[{"id":1}]')).toEqual([])
})

test("[SOL3] a person's columns stay in the order of the list", () => {
  expect(readColumns(['nonsense'])).toEqual(usualColumns)
  expect(withColumnToggled(usualColumns, 'product')).toEqual(['picture', 'title', 'product', 'promised', 'payment'])
  expect(withColumnToggled(usualColumns, 'title')).toEqual(['picture', 'promised', 'payment'])
})

test.each([
  ['2026-11-18', null, 'new', 'late'],
  ['2026-11-19', '13:00', 'new', 'late'],
  ['2026-11-19', '16:00', 'new', 'today'],
  ['2026-11-19', null, 'new', 'today'],
  ['2026-11-20', '09:00', 'on_hold', 'none'],
  ['2026-11-18', null, 'finished', 'none'],
  ['2026-11-18', null, 'cancelled', 'none'],
  ['2026-11-18', null, 'draft', 'none'],
  [null, null, 'new', 'none'],
] as const)('[SOL4] promised %s %s and %s is %s', (on, at, stage, lateness) => {
  expect(latenessOf({ on, at, stage }, '2026-11-19', '14:07')).toBe(lateness)
})
