import type { LabelDocument } from '#shared/printing/label-document.ts'
import type { Pictures } from '#shared/printing/picture-ref.ts'
import type { PrintWarning } from '#shared/printing/print-warning.ts'
import type { LabelProfile } from '#shared/printing/printer-profile.ts'
import { crowdedCodes, type DesignWarning, type DotBox, partWarnings } from '#shared/printing/templates/label-check.ts'
import { designedLabel, type LabelDesign, type LabelFilling } from '#shared/printing/templates/label-design.ts'
import type { PaperPicture } from '../draw-paper.ts'
import { planLabel } from '../drivers/zpl-encoder.ts'
import type { PrintFonts } from '../pdf/print-fonts.ts'
import { paintBarcode } from '../preview/paint-barcode.ts'
import { whiteCanvas } from '../raster/bitmap.ts'
import { paintLabelPart } from '../raster/paint-label-part.ts'
import type { PlannedPart } from '../raster/planned-part.ts'

export interface LabelToDesign {
  readonly design: LabelDesign
  readonly filling: LabelFilling
  readonly whole: readonly string[]
}

export interface DrawnPart {
  readonly id: string
  readonly box: DotBox | null
  readonly warnings: readonly (PrintWarning | DesignWarning)[]
}

export interface DesignedLabel {
  readonly pictures: readonly PaperPicture[]
  readonly parts: readonly DrawnPart[]
}

/**
 * PR47, PR48: a label part by part, from the plans that also become its commands. A part that would refuse the label is left
 * out of the picture and says so; the others are drawn all the same, because somebody is just moving it.
 */
export async function drawDesignedLabel(
  { design, filling, whole }: LabelToDesign,
  profile: LabelProfile,
  tools: { readonly fonts: PrintFonts; readonly pictures: Pictures },
): Promise<DesignedLabel> {
  const dots = (tenths: number) => Math.round((tenths * profile.dpi) / 254)
  const size = { width: dots(design.size.width), height: dots(design.size.height) }
  const { canvas, context } = whiteCanvas(size.width, size.height)
  const parts: DrawnPart[] = []
  for (const part of design.parts) {
    const document: LabelDocument = designedLabel({ ...design, parts: [part] }, filling, whole)
    const plan = await planLabel(document, profile, tools)
    if (!plan.ok) {
      parts.push({
        id: part.id,
        box: null,
        warnings: [{ code: plan.refusal.code === 'label.textDoesNotFit' ? 'refusesLabel' : 'notDrawn' }],
      })
      continue
    }
    for (const each of plan.value.parts) paintLabelPart(context, each, tools.fonts)
    const box = unionOf(plan.value.parts.map(boxOf))
    const isSaid = document.parts.length > 0
    const said = isSaid ? partWarnings(box, size, profile.dpi) : [{ code: 'nothingToSay' } as const]
    // That letters are drawn by us is how a label is made, nothing to be put right in its design.
    const found = plan.value.warnings.filter((each) => each.code !== 'drawnAsPicture')
    parts.push({ id: part.id, box, warnings: [...found, ...said] })
  }
  const crowded = crowdedCodes(
    design.parts.map((part, at) => ({ part: part.part, box: parts[at]?.box ?? null })),
    profile.dpi,
  )
  const checked = parts.map((part, at) =>
    crowded.has(at) ? { ...part, warnings: [...part.warnings, { code: 'codeCrowded' } as const] } : part,
  )
  return { pictures: [{ mediaType: 'image/png', bytes: await canvas.encode('png') }], parts: checked }
}

function boxOf(part: PlannedPart): DotBox {
  const { x, y } = part
  switch (part.placed) {
    case 'bitmap':
      return { x, y, width: part.bitmap.width, height: part.bitmap.height }
    case 'qr':
    case 'dataMatrix': {
      const { width, height } = paintBarcode(null, { symbology: part.placed, data: part.data }, part)
      return { x, y, width, height }
    }
    default:
      return { x, y, width: part.width, height: part.height }
  }
}

function unionOf(boxes: readonly DotBox[]): DotBox | null {
  const [first] = boxes
  if (first === undefined) return null
  const x = Math.min(...boxes.map((box) => box.x))
  const y = Math.min(...boxes.map((box) => box.y))
  const right = Math.max(...boxes.map((box) => box.x + box.width))
  const bottom = Math.max(...boxes.map((box) => box.y + box.height))
  return { x, y, width: right - x, height: bottom - y }
}
