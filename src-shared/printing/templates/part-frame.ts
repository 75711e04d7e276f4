import type { DesignPart } from './label-design.ts'

/** A place on a label in tenths of a millimetre. */
export interface Frame {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Lines of a label stand this much of their height apart, as they are burnt. */
const leading = 1.15

/** What a part takes on the label, as it is seen: turned parts lie the other way. */
export function frameOf(part: DesignPart): Frame {
  const upright = uprightSize(part)
  const isSideways = 'turn' in part && (part.turn === 90 || part.turn === 270)
  const { width, height } = isSideways ? { width: upright.height, height: upright.width } : upright
  return { x: part.x, y: part.y, width, height }
}

function uprightSize(part: DesignPart): { readonly width: number; readonly height: number } {
  switch (part.part) {
    case 'text':
      return { width: part.width, height: Math.round(part.lines * part.size * leading) }
    case 'qr':
    case 'dataMatrix':
      return { width: part.width, height: part.width }
    case 'line':
      return part.direction === 'across'
        ? { width: part.length, height: part.thickness }
        : { width: part.thickness, height: part.length }
    default:
      return { width: part.width, height: part.height }
  }
}

const least = 5
const between = (value: number, low: number, high: number) => Math.min(high, Math.max(low, Math.round(value)))

/** The part in another place and size. A text's height is that of its letters: taller means larger. */
export function withFrame<P extends DesignPart>(part: P, frame: Frame): P
export function withFrame(part: DesignPart, frame: Frame): DesignPart {
  const at = { x: Math.round(frame.x), y: Math.round(frame.y) }
  const isSideways = 'turn' in part && (part.turn === 90 || part.turn === 270)
  const [across, down] = isSideways ? [frame.height, frame.width] : [frame.width, frame.height]
  const [width, height] = [between(across, least, 3000), between(down, least, 3000)]
  switch (part.part) {
    case 'text':
      return { ...part, ...at, width, size: between(down / part.lines / leading, 15, 1000) }
    case 'qr':
    case 'dataMatrix': {
      const side = Math.max(width, height)
      return { ...part, ...at, width: side, height: side }
    }
    case 'line':
      return { ...part, ...at, length: part.direction === 'across' ? width : height }
    default:
      return { ...part, ...at, width, height }
  }
}

/** How near something must come to be drawn to it: a millimetre. */
const pull = 10

/**
 * Where a part that is dragged comes to lie: its edges and middle are drawn to those of the label, of its safe zone and of
 * the other parts; else it goes by half millimetres.
 */
export function snapped(
  frame: Frame,
  others: readonly Frame[],
  label: { readonly width: number; readonly height: number },
  safe: number,
): { readonly x: number; readonly y: number } {
  const across = [safe, label.width / 2, label.width - safe, ...others.flatMap((o) => linesOf(o.x, o.width))]
  const down = [safe, label.height / 2, label.height - safe, ...others.flatMap((o) => linesOf(o.y, o.height))]
  return { x: drawn(frame.x, frame.width, across), y: drawn(frame.y, frame.height, down) }
}

function linesOf(start: number, length: number): number[] {
  return [start, start + length / 2, start + length]
}

function drawn(start: number, length: number, lines: readonly number[]): number {
  let best: number | null = null
  for (const own of [0, length / 2, length]) {
    for (const line of lines) {
      const move = line - (start + own)
      if (Math.abs(move) <= pull && (best === null || Math.abs(move) < Math.abs(best))) best = move
    }
  }
  return best === null ? Math.round(start / 5) * 5 : Math.round(start + best)
}

export type Alignment = 'left' | 'center' | 'right' | 'top' | 'middle' | 'bottom'

/** A part against the safe zone of its label. */
export function aligned<P extends DesignPart>(
  part: P,
  to: Alignment,
  label: { readonly width: number; readonly height: number },
  safe: number,
): P {
  const { width, height } = frameOf(part)
  const place: Readonly<Record<Alignment, Partial<Pick<P, 'x' | 'y'>>>> = {
    left: { x: safe },
    center: { x: Math.round((label.width - width) / 2) },
    right: { x: label.width - safe - width },
    top: { y: safe },
    middle: { y: Math.round((label.height - height) / 2) },
    bottom: { y: label.height - safe - height },
  }
  return { ...part, ...place[to] }
}

/** The part one layer higher or lower; what is drawn later lies on top. */
export function inLayer<T extends { readonly id: string }>(parts: readonly T[], id: string, by: 1 | -1): readonly T[] {
  const at = parts.findIndex((part) => part.id === id)
  const to = at + by
  const [part, other] = [parts[at], parts[to]]
  if (part === undefined || other === undefined) return parts
  return parts.map((each, index) => (index === at ? other : index === to ? part : each))
}
