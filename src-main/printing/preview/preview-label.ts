import { accepted, type Result } from '#shared/kernel/result.ts'
import type { LabelDocument } from '#shared/printing/label-document.ts'
import type { LabelProfile } from '#shared/printing/printer-profile.ts'
import type { PaperTools } from '../drivers/receipt-plan.ts'
import { planLabel } from '../drivers/zpl-encoder.ts'
import { whiteCanvas } from '../raster/bitmap.ts'
import { paintLabelPart } from '../raster/paint-label-part.ts'
import type { PreviewPicture } from './preview-receipt.ts'

/** The label in dots of the print head, from the parts that also become its commands (P25). */
export async function previewLabel(
  document: LabelDocument,
  profile: LabelProfile,
  tools: PaperTools,
): Promise<Result<PreviewPicture>> {
  const plan = await planLabel(document, profile, tools)
  if (!plan.ok) return plan
  const { width, height, parts, warnings } = plan.value
  const { canvas, context } = whiteCanvas(width, height)
  for (const part of parts) paintLabelPart(context, part, tools.fonts)
  return accepted({ png: await canvas.encode('png'), width, height, warnings })
}
