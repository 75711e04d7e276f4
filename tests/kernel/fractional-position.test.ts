import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  comparePlaces,
  isPosition,
  type Placed,
  placeAt,
  positionBetween,
  positionsBetween,
} from '#shared/kernel/fractional-position.ts'

describe('[K11] places of lines', () => {
  it('[K11] appends and prepends with short keys', () => {
    const keys = positionsBetween(null, null, 2000)
    expect(keys.toSorted()).toEqual(keys)
    expect(new Set(keys.map((key) => key.length))).toEqual(new Set([4]))
    expect(positionBetween(null, keys[0] ?? null) < (keys[0] ?? '')).toBe(true)
    expect(positionsBetween(null, 'i000', 3)).toEqual(['hzzx', 'hzzy', 'hzzz'])
  })

  it('[K11] goes on at the ends of the counting range', () => {
    const last = positionBetween('zzzz', null)
    const earliest = positionBetween(null, '0001')
    expect([last > 'zzzz', isPosition(last), earliest < '0001', isPosition(earliest)]).toEqual([true, true, true, true])
    expect(positionBetween(null, earliest) < earliest).toBe(true)
    expect(positionBetween(last, null) > last).toBe(true)
  })

  it('[K11] finds a key between any two, however often it inserts', () => {
    const inserts = fc.array(fc.nat(), { maxLength: 150 })
    fc.assert(
      fc.property(inserts, (places) => {
        const keys: string[] = []
        for (const place of places) {
          const at = place % (keys.length + 1)
          const key = positionBetween(keys[at - 1] ?? null, keys[at] ?? null)
          expect(isPosition(key)).toBe(true)
          keys.splice(at, 0, key)
        }
        expect(keys.toSorted()).toEqual(keys)
        expect(new Set(keys).size).toBe(keys.length)
      }),
    )
  })

  it('[K11] always at one spot, a thousand times, stays usable', () => {
    let low = 'i000'
    let high = 'i001'
    for (let turn = 0; turn < 1000; turn += 1) {
      const key = positionBetween(low, high)
      expect(low < key && key < high).toBe(true)
      if (turn % 2) low = key
      else high = key
    }
    expect(high.length).toBeLessThan(520)
  })

  it('[K11] refuses keys that are none, or out of order', () => {
    expect(['', 'i00', 'i0000', 'I000', '0000', 'i000-'].filter(isPosition)).toEqual([])
    expect(() => positionBetween('i001', 'i000')).toThrow(RangeError)
    expect(() => positionBetween('i001', 'i001')).toThrow(RangeError)
    expect(() => positionBetween('bad!', null)).toThrow(RangeError)
  })

  it('[K11] ties go by id, and inserting into a tie moves those behind it', () => {
    const lines: Placed[] = ['c', 'a', 'b'].map((id) => ({ id, position: 'i000' }))
    lines.push({ id: 'z', position: 'i001' })
    const ordered = lines.toSorted(comparePlaces)
    expect(ordered.map(({ id }) => id)).toEqual(['a', 'b', 'c', 'z'])
    const { position, moved } = placeAt(ordered, 1)
    const after = [...ordered.map((line) => moved.find(({ id }) => id === line.id) ?? line), { id: 'new', position }]
    expect(after.toSorted(comparePlaces).map(({ id }) => id)).toEqual(['a', 'new', 'b', 'c', 'z'])
    expect(placeAt(ordered, 4)).toEqual({ position: 'i002', moved: [] })
    expect(placeAt([], 0)).toEqual({ position: 'i000', moved: [] })
  })
})
