import type { TsplProfile } from '#shared/printing/printer-profile.ts'
import type { Bitmap } from '../../raster/bitmap.ts'
import { joinBytes } from '../encoded-print.ts'
import { inkBands, inverted } from './ink-bands.ts'

/**
 * Commands of TSPL label printers, made of numbers only. What another program may have left behind is said again, and
 * nothing is stored in the printer (P12); the label itself is dots, so there is no text to escape.
 */
export type TsplSettings = Pick<TsplProfile, 'label' | 'media' | 'gap' | 'darkness' | 'speed' | 'rotation'>

const line = (words: string): Uint8Array => new TextEncoder().encode(`${words}\r\n`)
const millimetres = (tenths: number): string => `${tenths / 10} mm`

function mediumLines({ label, media, gap, rotation }: TsplSettings): Uint8Array[] {
  const isLying = rotation === 90 || rotation === 270
  const [width, height] = isLying ? [label.height, label.width] : [label.width, label.height]
  const between = media === 'mark' ? 'BLINE' : 'GAP'
  return [
    line(`SIZE ${millimetres(width)},${millimetres(height)}`),
    line(media === 'continuous' ? 'GAP 0 mm,0 mm' : `${between} ${millimetres(gap)},0 mm`),
  ]
}

export function tsplLabel(settings: TsplSettings, bitmap: Bitmap, copies: number): Uint8Array {
  const { darkness, speed } = settings
  return joinBytes([
    ...mediumLines(settings),
    line('DIRECTION 0,0'),
    line('REFERENCE 0,0'),
    line('OFFSET 0 mm'),
    line('SHIFT 0'),
    ...(darkness === null ? [] : [line(`DENSITY ${darkness}`)]),
    ...(speed === null ? [] : [line(`SPEED ${speed}`)]),
    line('CLS'),
    ...inkBands(bitmap).flatMap((band) => [
      // Mode 0 lays the picture over what is there; a bit that is not set burns.
      new TextEncoder().encode(`BITMAP ${band.x},${band.y},${band.bytesPerRow},${band.height},0,`),
      inverted(band.rows),
      line(''),
    ]),
    line(`PRINT ${copies},1`),
  ])
}

/** Says how labels are told apart and lets the printer measure them, by a person's button only. */
export function calibrateTspl(settings: TsplSettings): Uint8Array {
  const measure = { gap: [line('GAPDETECT')], mark: [line('BLINEDETECT')], continuous: [] }[settings.media]
  return joinBytes([...mediumLines(settings), ...measure])
}
