import { describe, expect, it } from 'vitest'
import type { DesignCode, DesignText } from '#shared/printing/templates/label-design.ts'
import { aligned, frameOf, inLayer, snapped, withFrame } from '#shared/printing/templates/part-frame.ts'

const text: DesignText = {
  part: 'text',
  id: 'a',
  x: 100,
  y: 50,
  content: 'x',
  width: 300,
  size: 40,
  lines: 2,
  align: 'start',
  shrinkTo: 80,
  turn: 0,
}
const code: DesignCode = {
  part: 'qr',
  id: 'b',
  x: 0,
  y: 0,
  content: 'x',
  width: 200,
  height: 90,
  hasCaption: false,
  turn: 0,
}
const label = { width: 1000, height: 600 }

describe('the place of a part', () => {
  it('[PR47] is what is seen of it: turned sideways it lies the other way', () => {
    expect(frameOf(text)).toEqual({ x: 100, y: 50, width: 300, height: 92 })
    expect(frameOf({ ...text, turn: 270 })).toEqual({ x: 100, y: 50, width: 92, height: 300 })
    expect(frameOf(code)).toEqual({ x: 0, y: 0, width: 200, height: 200 })
  })

  it('[PR47] given back, makes the part it came from', () => {
    for (const turn of [0, 90, 180, 270] as const) {
      const turned = { ...text, turn }
      expect(withFrame(turned, frameOf(turned))).toEqual(turned)
    }
  })

  it('[PR47] larger makes a text’s letters larger, a square symbol square, and nothing smaller than a dot', () => {
    expect(withFrame(text, { x: 0, y: 0, width: 200, height: 184 })).toMatchObject({ width: 200, size: 80 })
    expect(withFrame(code, { x: 0, y: 0, width: 120, height: 250 })).toMatchObject({ width: 250, height: 250 })
    expect(withFrame(code, { x: 0, y: 0, width: -9, height: -9 })).toMatchObject({ width: 5 })
  })

  it('[PR47] is drawn to edges and middles near by, and else goes by half millimetres', () => {
    const at = (x: number, y: number) => snapped({ x, y, width: 300, height: 100 }, [frameOf(code)], label, 20)
    expect(at(27, 403)).toEqual({ x: 20, y: 405 })
    expect(at(343, 100)).toEqual({ x: 350, y: 100 })
    expect(at(194, 253)).toEqual({ x: 200, y: 250 })
    expect(at(463, 333)).toEqual({ x: 465, y: 335 })
  })

  it('[PR47] stands against the safe zone where it is aligned', () => {
    expect(aligned(text, 'right', label, 20)).toMatchObject({ x: 680, y: 50 })
    expect(aligned(text, 'middle', label, 20)).toMatchObject({ x: 100, y: 254 })
    expect(aligned({ ...text, turn: 90 }, 'bottom', label, 20)).toMatchObject({ y: 280 })
  })

  it('[PR47] keeps its layer at the top and at the bottom of all', () => {
    const parts = [{ id: 'a' }, { id: 'b' }, { id: 'c' }]
    expect(inLayer(parts, 'a', 1).map((part) => part.id)).toEqual(['b', 'a', 'c'])
    expect(inLayer(parts, 'a', -1)).toBe(parts)
    expect(inLayer(parts, 'c', 1)).toBe(parts)
  })
})
