import type { LabelDocument } from '#shared/printing/label-document.ts'
import { type LabelPaper, layoutLabel, leastRoom } from '#shared/printing/label-layout.ts'
import type { Pictures } from '#shared/printing/picture-ref.ts'
import type { PrintWarning } from '#shared/printing/print-warning.ts'
import type { LabelProfile } from '#shared/printing/printer-profile.ts'
import {
  barsWarnings,
  crowdedCodes,
  type DesignWarning,
  type DotBox,
  partWarnings,
} from '#shared/printing/templates/label-check.ts'
import { designedLabel, type LabelDesign, type LabelFilling } from '#shared/printing/templates/label-design.ts'
import type { PaperPicture } from '../draw-paper.ts'
import { labelPaper, planLabel } from '../drivers/zpl-encoder.ts'
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
  const paper = labelPaper(profile, tools.fonts)
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
    // How its data stands there as text is nothing to care for while the code itself does not scan.
    const unscannable = found.filter((each) => each.code === 'barcodeAsText')
    const told = unscannable.length === 0 ? found : unscannable.map((each) => inDesign(each, paper))
    parts.push({ id: part.id, box, warnings: [...told, ...scanning(document, paper), ...said] })
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

/** To somebody who can make its place wider, a code that does not fit says how wide that has to be. */
function inDesign(warning: PrintWarning, paper: LabelPaper): PrintWarning | DesignWarning {
  if (warning.code !== 'barcodeAsText' || warning.reason !== 'tooWide') return warning
  const tenths = leastRoom(warning, paper)
  return tenths === null ? warning : { code: 'codeNeedsRoom', millimetres: Math.ceil(tenths / 10) }
}

/** What makes its bars hard to scan; looked at upright, because turned they are dots. */
function scanning(document: LabelDocument, paper: LabelPaper): DesignWarning[] {
  const laid = layoutLabel({ ...document, parts: document.parts.map((part) => ({ ...part, turn: 0 })) }, paper)
  return laid.ok
    ? laid.value.parts.flatMap((part) =>
        part.placed === 'code128' || part.placed === 'ean13' ? barsWarnings(part, paper.dpi) : [],
      )
    : []
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
