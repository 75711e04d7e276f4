import type { ZplProfile } from '#shared/printing/printer-profile.ts'
import { box, endLabel, startLabel, text } from './zpl-bytes.ts'

/** Bytes that set a label printer up; sent by a person's button, never with a paper. */

const media = { gap: 'Y', mark: 'M', continuous: 'N' } as const

/** Says how labels are told apart and lets the printer measure them. Kept for this session of the printer only: no ^JUS. */
export function calibrateLabels(profile: ZplProfile): Uint8Array {
  return new TextEncoder().encode(`^XA^MN${media[profile.media]}^XZ~JC`)
}

/** A ruler along two edges: what is cut off or shifted is read off it in millimetres. */
export function rulerLabel(profile: ZplProfile): Uint8Array {
  const dots = (tenths: number) => Math.round((tenths * profile.dpi) / 254)
  const [width, height] = [dots(profile.label.width), dots(profile.label.height)]
  const { x, y } = profile.offset
  const marks: string[] = [box(x, y, width, height, 2)]
  for (let tenths = 0; tenths <= Math.max(profile.label.width, profile.label.height); tenths += 10) {
    const long = tenths % 100 === 0
    const length = dots(long ? 50 : tenths % 50 === 0 ? 35 : 20)
    const at = dots(tenths)
    if (tenths <= profile.label.width) marks.push(box(at + x, y, 1, length, 1))
    if (tenths <= profile.label.height) marks.push(box(x, at + y, length, 1, 1))
    if (!long || tenths === 0) continue
    const words = String(tenths / 10)
    if (tenths < profile.label.width) marks.push(text(at + x - dots(15), y + dots(55), dots(25), 0, 'start', words))
    if (tenths < profile.label.height) marks.push(text(x + dots(55), at + y - dots(12), dots(25), 0, 'start', words))
  }
  const start = startLabel({
    width,
    height,
    isUpsideDown: profile.isUpsideDown,
    darkness: profile.darkness,
    speed: profile.speed,
  })
  return new TextEncoder().encode([start, ...marks, endLabel(1)].join('\n'))
}
