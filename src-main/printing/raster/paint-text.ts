import { Path2D, type SKRSContext2D } from '@napi-rs/canvas'
import type { TextFace } from '#shared/printing/page-document.ts'
import { type PrintFonts, runsOf } from '../pdf/print-fonts.ts'

/**
 * Letters drawn from the outlines of our own fonts, never by the system's: a picture of text looks alike on every
 * station, and a character that the fonts lack is seen as a box here as it is on paper.
 */
export function paintText(
  context: SKRSContext2D,
  fonts: PrintFonts,
  text: string,
  place: {
    readonly x: number
    readonly baseline: number
    readonly size: number
    readonly face: TextFace
    /** Stretches letters sideways only; 1 leaves them. */
    readonly stretch?: number
  },
): void {
  let x = place.x
  const stretch = place.stretch ?? 1
  for (const run of runsOf(fonts, text, place.face)) {
    const font = fonts[run.face]
    const unit = place.size / font.unitsPerEm
    for (const outline of font.outlines(run.text)) {
      context.save()
      context.translate(x + outline.x * unit * stretch, place.baseline)
      context.scale(unit * stretch, -unit)
      context.fill(new Path2D(outline.path))
      context.restore()
    }
    x += (font.width(run.text) * place.size * stretch) / 1000
  }
}
