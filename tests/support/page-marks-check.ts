import type { LaidPage } from '#main/printing/pdf/page-flow.ts'
import type { PrintFonts } from '#main/printing/pdf/print-fonts.ts'

interface Box {
  readonly what: string
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** Points that rounding may cost. */
const slack = 0.05

/** Marks that reach over the margins of their sheet, or lie over another mark, in words. */
export function marksOutOfPlace(
  { width, height, marks }: LaidPage,
  margin: { readonly left: number; readonly right: number },
  fonts: PrintFonts,
): string[] {
  const texts: Box[] = []
  const others: Box[] = []
  for (const mark of marks) {
    if (mark.mark === 'text') {
      const right = mark.x + (fonts[mark.face].width(mark.text) * mark.size) / 1000
      // From above a capital to below what hangs under the line; accents of capitals may touch the line above.
      const [top, bottom] = [mark.y - mark.size * 0.72, mark.y + mark.size * 0.21]
      if (mark.text.trim() !== '') texts.push({ what: mark.text, left: mark.x, right, top, bottom })
    } else if (mark.mark === 'rects') {
      for (const rect of mark.rects) others.push({ what: 'a rule or bar', ...boxOf(rect) })
    } else if (mark.mark === 'picture') others.push({ what: 'a picture', ...boxOf(mark.rect) })
  }
  const found: string[] = []
  for (const box of [...texts, ...others]) {
    const isIn =
      box.left >= margin.left - slack &&
      box.right <= width - margin.right + slack &&
      box.top >= 8 &&
      box.bottom <= height - 8
    if (!isIn) found.push(`${box.what} reaches over the edge`)
  }
  for (const [at, text] of texts.entries()) {
    for (const other of [...texts.slice(at + 1), ...others])
      if (overlap(text, other)) found.push(`${text.what} lies over ${other.what}`)
  }
  return found
}

function boxOf(rect: { readonly x: number; readonly y: number; readonly width: number; readonly height: number }) {
  return { left: rect.x, right: rect.x + rect.width, top: rect.y, bottom: rect.y + rect.height }
}

function overlap(a: Box, b: Box): boolean {
  return a.left < b.right - slack && b.left < a.right - slack && a.top < b.bottom - slack && b.top < a.bottom - slack
}
