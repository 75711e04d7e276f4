import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isAgain } from '#renderer/app/scanning/place-of-scan.ts'
import { createBurstReader, type ScannerKey } from '#renderer/ui/scanning/burst-reader.ts'
import { createScanQueue } from '#renderer/ui/scanning/scan-queue.ts'
import { readScannedCode } from '#renderer/ui/scanning/scanned-code.ts'

const KEY: ScannerKey = {
  key: '',
  code: '',
  shiftKey: false,
  ctrlKey: false,
  altKey: false,
  metaKey: false,
  isRepeat: false,
  at: 0,
}

interface Stroke extends Partial<ScannerKey> {
  key: string
  after: number
}

const scan = (code: string, gap = 3, end: 'Enter' | 'Tab' | null = 'Enter'): Stroke[] => [
  ...[...code].map((key, index) => ({ key, after: index === 0 ? 60 : gap })),
  ...(end === null ? [] : [{ key: end, after: gap }]),
]
const typed = (text: string, gap = 120): Stroke[] => [...text].map((key) => ({ key, after: gap }))

/** Plays strokes the way the page does: a pause is asked about whenever nothing came for a while. */
function play(strokes: readonly Stroke[], readsPlaces = false) {
  const reader = createBurstReader({ readsPlaces: () => readsPlaces })
  const codes: string[] = []
  let field = ''
  let before = ''
  let now = 0
  const settle = () => {
    const answer = reader.pause(now)
    if (answer.kind === 'scan') codes.push(answer.code)
  }
  for (const { after, ...stroke } of strokes) {
    now += after
    if (after > 70) settle()
    const kept = field
    const answer = reader.press({ ...KEY, ...stroke, at: now })
    if (answer.kind === 'pass') {
      if (reader.length === 1) before = kept
      if (stroke.key.length === 1 && !stroke.ctrlKey) field += stroke.key
    }
    if (answer.kind === 'hold' && answer.isFirst) field = before
    if (answer.kind === 'scan') codes.push(answer.code)
  }
  now += 1000
  settle()
  return { codes, field }
}

describe('telling a scanner from a typist', () => {
  test('[bad input 27] [UI10] a code ended by Enter or Tab is read and leaves the field as it was', () => {
    expect(play([...typed('note'), ...scan('26-A04817'), ...typed('!')])).toEqual({
      codes: ['26-A04817'],
      field: 'note!',
    })
    expect(play(scan('26-A04817', 3, 'Tab'))).toEqual({ codes: ['26-A04817'], field: '' })
  })

  test('[bad input 27] [UI10] a scanner without end mark is read after a pause', () => {
    expect(play(scan('LH-A4-90-VDO', 8, null))).toEqual({ codes: ['LH-A4-90-VDO'], field: '' })
  })

  test('[bad input 27] [UI10] CR and LF are one end', () => {
    const lineFeed = { key: 'j', code: 'KeyJ', ctrlKey: true, after: 2 }
    expect(play([...scan('C-07-1'), lineFeed, ...scan('C-07-2'), { key: 'Enter', after: 2 }])).toEqual({
      codes: ['C-07-1', 'C-07-2'],
      field: '',
    })
  })

  test('[bad input 26] [UI10] twenty scans in a second arrive in order', () => {
    const codes = Array.from({ length: 20 }, (_, index) => `K7-${1000 + index}`)
    const strokes = codes.flatMap((code) =>
      [...code].map((key, index) => ({ key, after: index === 0 ? 40 : 1 })).concat({ key: 'Enter', after: 1 }),
    )
    expect(play(strokes).codes).toEqual(codes)
  })

  test('[bad input 26] [UI10] scans and typing interleaved: every code is routed, every typed letter stays', () => {
    const event = fc.oneof(
      fc.record({
        kind: fc.constant('scan' as const),
        text: fc.stringMatching(/^[A-Z0-9-]{4,24}$/),
        gap: fc.integer({ min: 0, max: 30 }),
      }),
      fc.record({
        kind: fc.constant('typed' as const),
        text: fc.stringMatching(/^[a-z ]{1,12}$/),
        gap: fc.integer({ min: 45, max: 400 }),
      }),
    )
    fc.assert(
      fc.property(fc.array(event, { maxLength: 25 }), (events) => {
        const strokes = events.flatMap((each) =>
          each.kind === 'scan' ? scan(each.text, each.gap) : typed(each.text, each.gap),
        )
        expect(play(strokes)).toEqual({
          codes: events.flatMap((each) => (each.kind === 'scan' ? [each.text] : [])),
          field: events.flatMap((each) => (each.kind === 'typed' ? [each.text] : [])).join(''),
        })
      }),
    )
  })

  test('[UI10] a fast typist is not a scanner', () => {
    expect(play([...typed('the', 34), ...typed('n', 60), ...typed('as', 20)])).toEqual({ codes: [], field: 'thenas' })
  })

  test('a key held down is not a scanner', () => {
    const held = Array.from({ length: 30 }, (_, index) => ({ key: 'a', after: 30, isRepeat: index > 0 }))
    expect(play(held).codes).toEqual([])
  })

  test('[UI10] commands inside a scan are ignored, and the group separator of GS1 is kept', () => {
    const strokes = [
      ...scan('0104', 2, null),
      { key: 'w', code: 'KeyW', ctrlKey: true, after: 2 },
      { key: ']', code: 'BracketRight', ctrlKey: true, after: 2 },
      { key: '1', after: 2 },
      { key: 'Enter', after: 2 },
    ]
    expect(play(strokes)).toEqual({ codes: ['0104\u001d1'], field: '' })
  })

  test('[bad input 27] [UI10] on a board with symbols on the digit row the place is read', () => {
    const azerty = [
      { key: 'é', code: 'Digit2', after: 60 },
      { key: '-', code: 'Digit6', after: 2 },
      { key: ')', code: 'Minus', after: 2 },
      { key: 'Q', code: 'KeyA', shiftKey: true, after: 2 },
      { key: 'Enter', after: 2 },
    ]
    expect(play(azerty, true).codes).toEqual(['26-A'])
  })

  test('[bad input 30] a picture of four thousand characters is refused whole', () => {
    const reader = createBurstReader()
    for (let at = 1; at <= 5000; at += 1) reader.press({ ...KEY, key: 'x', at })
    expect(reader.press({ ...KEY, key: 'Enter', at: 5001 })).toEqual({ kind: 'overlong' })
  })
})

describe('what was scanned', () => {
  test.each([
    [']C1010871234', { text: '010871234', symbology: 'C1' }],
    [' 26-A04817\r', { text: '26-A04817', symbology: null }],
    ['javascript:alert(1)', { text: 'javascript:alert(1)', symbology: null }],
    [']x', { text: ']x', symbology: null }],
  ])('%j is read as it is meant', (raw, read) => {
    expect(readScannedCode(raw)).toEqual(read)
  })
})

describe('the queue of scans', () => {
  test('[bad input 31] [UI11] scans are dealt with one at a time, in order, and a failing one stops nothing', async () => {
    const log: string[] = []
    const waiting: number[] = []
    const queue = createScanQueue({
      handle: async (code) => {
        log.push(`begin ${code}`)
        await Promise.resolve()
        if (code === 'b') throw new Error('broken')
        log.push(`end ${code}`)
      },
      onChange: (count) => waiting.push(count),
      onProblem: () => log.push('problem'),
    })
    for (const code of ['a', 'b', 'c']) queue.add(code)
    await expect.poll(() => queue.waiting).toBe(0)
    expect(log).toEqual(['begin a', 'end a', 'begin b', 'problem', 'begin c', 'end c'])
    expect(waiting).toEqual([1, 2, 3, 2, 1, 0])
  })

  test('[bad input 31] [UI11] the two hundred and first scan is refused, not forgotten in silence', () => {
    const queue = createScanQueue({ handle: () => new Promise(() => {}), onChange: () => {}, onProblem: () => {} })
    const taken = Array.from({ length: 201 }, (_, index) => queue.add(String(index)))
    expect(taken.lastIndexOf(true)).toBe(199)
    expect(taken[200]).toBe(false)
    expect(queue.waiting).toBe(200)
  })
})

test('[bad input 28] the same ticket within two seconds is "already"; later, or another one, is not', () => {
  const first = { place: '/orders/a', at: 1000 }
  expect(isAgain(null, first)).toBe(false)
  expect(isAgain(first, { place: '/orders/a', at: 2999 })).toBe(true)
  expect(isAgain(first, { place: '/orders/a', at: 3000 })).toBe(false)
  expect(isAgain(first, { place: '/orders/b', at: 1500 })).toBe(false)
})
