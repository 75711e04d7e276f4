import type { EplProfile } from '#shared/printing/printer-profile.ts'
import type { Bitmap } from '../../raster/bitmap.ts'
import { joinBytes } from '../encoded-print.ts'
import { inkBands, inverted } from './ink-bands.ts'

/** Commands of EPL2 label printers, made of numbers only; letters are dots, since the language has code pages at best. */
export type EplSettings = Pick<EplProfile, 'label' | 'dpi' | 'media' | 'gap' | 'darkness' | 'speed' | 'rotation'>

const line = (words: string): Uint8Array => new TextEncoder().encode(`${words}\n`)

/** The narrowest gap and the widest that the language can say, in dots. */
const [narrowestGap, widestGap] = [16, 240]

function mediumLines({ label, dpi, media, gap, rotation }: EplSettings, length: number | null): Uint8Array[] {
  const dots = (tenths: number) => Math.round((tenths * dpi) / 254)
  const isLying = rotation === 90 || rotation === 270
  const [width, height] = isLying ? [label.height, label.width] : [label.width, label.height]
  const between = Math.min(widestGap, Math.max(narrowestGap, dots(gap)))
  const kind = { gap: String(between), mark: `B${between}`, continuous: '0' }[media]
  // Both commands clear the picture, so they stand before it.
  return [line(`q${dots(width)}`), line(`Q${length ?? dots(height)},${kind}`)]
}

export function eplLabel(settings: EplSettings, bitmap: Bitmap, copies: number): Uint8Array {
  const { darkness, speed, media } = settings
  return joinBytes([
    // An empty line ends what another program may have left unfinished.
    line(''),
    ...mediumLines(settings, media === 'continuous' ? bitmap.height : null),
    line('R0,0'),
    line('ZT'),
    ...(darkness === null ? [] : [line(`D${darkness}`)]),
    ...(speed === null ? [] : [line(`S${speed}`)]),
    line('N'),
    ...inkBands(bitmap).flatMap((band) => [
      // A bit that is not set burns.
      new TextEncoder().encode(`GW${band.x},${band.y},${band.bytesPerRow},${band.height},`),
      inverted(band.rows),
      line(''),
    ]),
    line(`P${copies}`),
  ])
}

/** Says how labels are told apart and lets the printer measure them, by a person's button only. */
export function calibrateEpl(settings: EplSettings): Uint8Array {
  return joinBytes([line(''), ...mediumLines(settings, null), line('xa')])
}
