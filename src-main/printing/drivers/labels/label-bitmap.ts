import { setImmediate as nextTurn } from 'node:timers/promises'
import { accepted, type Result } from '#shared/kernel/result.ts'
import type { LabelDocument } from '#shared/printing/label-document.ts'
import type { PrintWarning } from '#shared/printing/print-warning.ts'
import type { DotsProfile } from '#shared/printing/printer-profile.ts'
import { type Bitmap, bitmapOf, whiteCanvas } from '../../raster/bitmap.ts'
import { paintLabelPart } from '../../raster/paint-label-part.ts'
import type { PaperTools } from '../receipt-plan.ts'
import { planLabel } from '../zpl-encoder.ts'

export interface LabelBitmap {
  /** As the head burns it: turned, and moved by the offset that a person measured. */
  readonly bitmap: Bitmap
  readonly warnings: readonly PrintWarning[]
}

/**
 * The label as dots, painted by the very code that paints the preview (P25): no letter, bar or name of it is ever a
 * command of a printer, whatever language the dots are wrapped in afterwards (P24).
 */
export async function labelBitmap(
  document: LabelDocument,
  profile: DotsProfile,
  tools: PaperTools,
): Promise<Result<LabelBitmap>> {
  const plan = await planLabel(document, profile, tools)
  if (!plan.ok) return plan
  const { parts, warnings, width } = plan.value
  // An endless roll ends where the label does.
  const dots = Math.round((document.size.height * profile.dpi) / 254)
  const height = isEndless(profile) ? Math.min(plan.value.height, dots) : plan.value.height
  const { rotation, offset } = profile
  const isLying = rotation === 90 || rotation === 270
  const [across, along] = isLying ? [height, width] : [width, height]
  const { context } = whiteCanvas(across, along)
  if (rotation === 90) context.transform(0, 1, -1, 0, height, 0)
  else if (rotation === 180) context.transform(-1, 0, 0, -1, width, height)
  else if (rotation === 270) context.transform(0, -1, 1, 0, 0, width)
  context.translate(offset.x, offset.y)
  for (const part of parts) paintLabelPart(context, part, tools.fonts)
  const bitmap = bitmapOf(context, across, along)
  // A canvas gives its memory back between two turns of the event loop only; five hundred labels in one would take 4 GB.
  await nextTurn()
  return accepted({ bitmap, warnings })
}

function isEndless(profile: DotsProfile): boolean {
  return profile.language === 'brother' ? !profile.roll.includes('x') : profile.media === 'continuous'
}
