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
  /** At this resolution its bars or squares would be too fine: so many millimetres it needs (PR85). */
  | { readonly code: 'codeNeedsRoom'; readonly millimetres: number }
  /** A hand with a scanner would have to aim. */
  | { readonly code: 'barsLow'; readonly millimetres: number }
  /** Smaller than tills are bound to read. */
  | { readonly code: 'eanSmall'; readonly percent: number }

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

/** Least height of bars: 5 mm, or 15 % of their length where that is more. */
const leastBars = { tenths: 50, share: 0.15 } as const
/** A trade code in its full size has modules of 0.33 mm; tills need not read one under 80 % of it. */
const ean = { moduleTenths: 3.3, leastPercent: 80 } as const

/** PR85: what makes bars that are drawn hard to scan. `bars` are in dots of the print head, as they lie upright. */
export function barsWarnings(
  bars: {
    readonly placed: 'code128' | 'ean13'
    readonly module: number
    readonly width: number
    readonly height: number
  },
  dpi: number,
): DesignWarning[] {
  const tenths = (dots: number) => (dots * 254) / dpi
  const found: DesignWarning[] = []
  const least = Math.max(leastBars.tenths, tenths(bars.width) * leastBars.share)
  if (tenths(bars.height) < least) found.push({ code: 'barsLow', millimetres: Math.ceil(least / 10) })
  const percent = Math.round((tenths(bars.module) / ean.moduleTenths) * 100)
  if (bars.placed === 'ean13' && percent < ean.leastPercent) found.push({ code: 'eanSmall', percent })
  return found
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
