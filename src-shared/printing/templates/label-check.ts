import type { DesignPart } from './label-design.ts'

/** A place in dots of the print head. */
export interface DotBox {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** What only somebody who designs a label is told (PR48); the rest is said of every print. */
export type DesignWarning =
  /** The label would be refused: every letter of it counts, and they do not fit. */
  | { readonly code: 'refusesLabel' }
  | { readonly code: 'notDrawn' }
  /** What it is filled with now has nothing to say there. */
  | { readonly code: 'nothingToSay' }
  /** Labels wander by a millimetre in the printer. */
  | { readonly code: 'nearEdge' }
  /** Something stands in the white that a scanner looks for. */
  | { readonly code: 'codeCrowded' }

/** How far labels of a roll may lie off their place. */
export const safeMargin = 10

export function partWarnings(
  box: DotBox | null,
  label: { readonly width: number; readonly height: number },
  dpi: number,
): DesignWarning[] {
  if (box === null) return []
  const margin = Math.round((safeMargin * dpi) / 254)
  const [right, bottom] = [box.x + box.width, box.y + box.height]
  const isOut = box.x < 0 || box.y < 0 || right > label.width || bottom > label.height
  const isNear = box.x < margin || box.y < margin || right > label.width - margin || bottom > label.height - margin
  return isNear && !isOut ? [{ code: 'nearEdge' }] : []
}

/** White that a symbol needs round it: 2.5 mm beside bars, a millimetre round a square. */
const quiet = { bars: 25, square: 10 } as const

/** Places of codes that have another part in their white. */
export function crowdedCodes(
  parts: readonly { readonly part: DesignPart['part']; readonly box: DotBox | null }[],
  dpi: number,
): ReadonlySet<number> {
  const dots = (tenths: number) => Math.round((tenths * dpi) / 254)
  const crowded = new Set<number>()
  for (const [at, { part, box }] of parts.entries()) {
    if (box === null || part === 'text' || part === 'picture' || part === 'line' || part === 'box') continue
    const isSquare = part === 'qr' || part === 'dataMatrix'
    const [beside, above] = isSquare ? [dots(quiet.square), dots(quiet.square)] : [dots(quiet.bars), 0]
    const wanted = {
      x: box.x - beside,
      y: box.y - above,
      width: box.width + 2 * beside,
      height: box.height + 2 * above,
    }
    const isTouched = parts.some(
      (other, index) => index !== at && other.box !== null && other.part !== 'box' && overlap(wanted, other.box),
    )
    if (isTouched) crowded.add(at)
  }
  return crowded
}

function overlap(a: DotBox, b: DotBox): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
}
