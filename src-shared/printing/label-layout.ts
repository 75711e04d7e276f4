import { accepted, type Result, refused } from '../kernel/result.ts'
import { type Barcode, type BarcodeProblem, barcodeProblem } from './barcode-symbology.ts'
import type { LabelBars, LabelDocument, LabelPart, LabelSquare, LabelText, Turn } from './label-document.ts'
import { fitLabelText } from './label-text-fit.ts'
import type { PictureRef } from './picture-ref.ts'
import type { PrintWarning } from './print-warning.ts'

/** A part at its place in dots of the print head; bytes and preview are both made from these (P25). */
export type PlacedLabelPart =
  | {
      readonly placed: 'text'
      readonly x: number
      readonly y: number
      /** Height of the letters' line. */
      readonly height: number
      /** Width of the place; the text itself is measured narrower or equal. */
      readonly width: number
      readonly align: 'start' | 'center' | 'end'
      readonly text: string
    }
  | {
      readonly placed: 'code128' | 'ean13'
      readonly x: number
      readonly y: number
      readonly module: number
      readonly width: number
      readonly height: number
      readonly data: string
    }
  | {
      readonly placed: 'qr' | 'dataMatrix'
      readonly x: number
      readonly y: number
      readonly module: number
      readonly side: number
      readonly data: string
    }
  | {
      readonly placed: 'box'
      readonly x: number
      readonly y: number
      readonly width: number
      readonly height: number
      readonly thickness: number
    }
  | {
      readonly placed: 'picture'
      readonly x: number
      readonly y: number
      readonly width: number
      readonly height: number
      readonly picture: PictureRef
    }
  /** Parts of an upright place, drawn there and turned as a whole. */
  | {
      readonly placed: 'turned'
      readonly x: number
      readonly y: number
      /** As seen, after turning. */
      readonly width: number
      readonly height: number
      readonly turn: Exclude<Turn, 0>
      readonly parts: readonly Exclude<PlacedLabelPart, { placed: 'turned' }>[]
    }

export interface LabelPaper {
  readonly dpi: number
  /** Width in dots of one line at a height in dots. */
  readonly measure: (text: string, height: number) => number
  /** Modules across a symbol without quiet zones; 0 when it cannot be made. */
  readonly modulesOf: (barcode: Barcode) => number
}

export interface LabelLayout {
  readonly width: number
  readonly height: number
  readonly parts: readonly PlacedLabelPart[]
  readonly warnings: readonly PrintWarning[]
}

/** Narrowest bar that label printers and counter scanners agree on: a quarter of a millimetre. */
const narrowestModuleTenths = 2.5
/** ^BY, ^BQ and ^BX take no wider module. */
const widestModule = 10

export function layoutLabel(document: LabelDocument, paper: LabelPaper): Result<LabelLayout> {
  const dots = (tenths: number) => Math.round((tenths * paper.dpi) / 254)
  const width = dots(document.size.width)
  const height = dots(document.size.height)
  const parts: PlacedLabelPart[] = []
  const warnings: PrintWarning[] = []
  for (const part of document.parts) {
    const made = placed(part, paper, dots)
    if (!made.ok) return made
    parts.push(...made.value.parts)
    warnings.push(...made.value.warnings)
    for (const each of made.value.parts) {
      const side = each.placed === 'qr' || each.placed === 'dataMatrix' ? each.side : null
      const [right, bottom] = [each.x + (side ?? widthOf(each)), each.y + (side ?? heightOf(each))]
      if (each.x < 0 || each.y < 0 || right > width || bottom > height) {
        warnings.push({ code: 'outsideLabel', text: textOf(part) })
        break
      }
    }
  }
  return accepted({ width, height, parts, warnings })
}

function placed(part: LabelPart, paper: LabelPaper, dots: (tenths: number) => number): Result<Made> {
  const { turn = 0 } = part
  if (turn === 0) return placePart(part, paper, dots)
  const made = placePart({ ...part, x: 0, y: 0 }, paper, dots)
  if (!made.ok) return made
  const upright = made.value.parts.filter((each) => each.placed !== 'turned')
  // As large as what stands in it: a line of one word turned upright is not as tall as its place could be.
  const width = Math.max(1, 'width' in part ? dots(part.width) : 0, ...upright.map((each) => each.x + widthOf(each)))
  const height = Math.max(1, ...upright.map((each) => each.y + heightOf(each)))
  const seen = turn === 180 ? { width, height } : { width: height, height: width }
  const turned: PlacedLabelPart = { placed: 'turned', x: dots(part.x), y: dots(part.y), ...seen, turn, parts: upright }
  return accepted({ parts: upright.length === 0 ? [] : [turned], warnings: made.value.warnings })
}

type Made = { readonly parts: readonly PlacedLabelPart[]; readonly warnings: readonly PrintWarning[] }

function placePart(part: LabelPart, paper: LabelPaper, dots: (tenths: number) => number): Result<Made> {
  const at = { x: dots(part.x), y: dots(part.y) }
  switch (part.part) {
    case 'text':
      return placeText(part, paper, dots)
    case 'code128':
    case 'ean13':
      return accepted(placeBars(part, paper, dots))
    case 'qr':
    case 'dataMatrix':
      return accepted(placeSquare(part, paper, dots))
    case 'line': {
      const [length, thickness] = [dots(part.length), Math.max(1, dots(part.thickness))]
      const size =
        part.direction === 'across' ? { width: length, height: thickness } : { width: thickness, height: length }
      return accepted({ parts: [{ placed: 'box', ...at, ...size, thickness }], warnings: [] })
    }
    case 'box': {
      const size = { width: dots(part.width), height: dots(part.height), thickness: Math.max(1, dots(part.thickness)) }
      return accepted({ parts: [{ placed: 'box', ...at, ...size }], warnings: [] })
    }
    case 'picture': {
      const size = { width: dots(part.width), height: dots(part.height) }
      return accepted({ parts: [{ placed: 'picture', ...at, ...size, picture: part.picture }], warnings: [] })
    }
  }
}

function placeText(part: LabelText, paper: LabelPaper, dots: (tenths: number) => number): Result<Made> {
  const fit = fitLabelText(part, dots(part.width), dots(part.size), dots, paper.measure)
  if (fit.isCut && part.tooLong === 'refuse') return refused('label.textDoesNotFit', { text: part.text })
  const parts = fit.lines.map((text, index) => ({
    placed: 'text' as const,
    x: dots(part.x),
    y: dots(part.y) + index * fit.lineHeight,
    height: fit.height,
    width: dots(part.width),
    align: part.align ?? ('start' as const),
    text,
  }))
  return accepted({ parts: parts.filter((each) => each.text !== ''), warnings: fit.warnings })
}

function placeBars(part: LabelBars, paper: LabelPaper, dots: (tenths: number) => number): Made {
  const barcode: Barcode = { symbology: part.part, data: part.data }
  const place = { x: dots(part.x), y: dots(part.y), width: dots(part.width), height: dots(part.height) }
  const problem = barcodeProblem(barcode)
  const modules = problem === null ? paper.modulesOf(barcode) : 0
  // Ten modules of white on either side are part of the symbol: without them scanners see no beginning.
  const module = modules === 0 ? 0 : Math.min(widestModule, Math.floor(place.width / (modules + 20)))
  if (module < dots(narrowestModuleTenths)) return asText(barcode, place, paper, dots, problem ?? 'tooWide')
  const caption = part.caption === null ? 0 : dots(35)
  const width = modules * module
  const bars: PlacedLabelPart = {
    placed: part.part,
    x: place.x + Math.floor((place.width - width) / 2),
    y: place.y,
    module,
    width,
    // The guards of an EAN reach five modules below its bars.
    height: Math.max(1, place.height - caption - (part.part === 'ean13' ? 5 * module : 0)),
    data: part.data,
  }
  if (part.caption === null) return { parts: [bars], warnings: [] }
  const words: LabelText = { ...captionText(part), text: part.caption }
  const fit = fitLabelText(words, place.width, dots(30), dots, paper.measure)
  const lines = fit.lines.map((text, index) => ({
    placed: 'text' as const,
    x: place.x,
    y: place.y + place.height - caption + dots(5) + index * fit.lineHeight,
    height: fit.height,
    width: place.width,
    align: 'center' as const,
    text,
  }))
  return { parts: [bars, ...lines], warnings: fit.warnings }
}

function captionText(part: {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly data: string
}): LabelText {
  const { x, y, width, data } = part
  return {
    part: 'text',
    x,
    y,
    width,
    text: data,
    size: 30,
    lines: 1,
    align: 'center',
    shrinkTo: 60,
    tooLong: 'ellipsis',
  }
}

/** How wide a place has to be, in tenths of a millimetre, for a code to scan; null when no place is wide enough. */
export function leastRoom(barcode: Barcode, { dpi, modulesOf }: Pick<LabelPaper, 'dpi' | 'modulesOf'>): number | null {
  const modules = barcodeProblem(barcode) === null ? modulesOf(barcode) : 0
  if (modules === 0) return null
  const module = Math.round((narrowestModuleTenths * dpi) / 254)
  const isSquare = barcode.symbology === 'qr' || barcode.symbology === 'dataMatrix'
  // A place is rounded to dots before a code is fitted into it.
  return Math.ceil((((isSquare ? modules : modules + 20) * module - 0.5) * 254) / dpi)
}

function placeSquare(part: LabelSquare, paper: LabelPaper, dots: (tenths: number) => number): Made {
  const barcode: Barcode = { symbology: part.part, data: part.data }
  const side = dots(part.side)
  const problem = barcodeProblem(barcode)
  const modules = problem === null ? paper.modulesOf(barcode) : 0
  const module = modules === 0 ? 0 : Math.min(widestModule, Math.floor(side / modules))
  const place = { x: dots(part.x), y: dots(part.y), width: side, height: side }
  if (module < dots(narrowestModuleTenths)) return asText(barcode, place, paper, dots, problem ?? 'tooWide')
  return {
    parts: [{ placed: part.part, x: place.x, y: place.y, module, side: modules * module, data: part.data }],
    warnings: [],
  }
}

/** A symbol that would not scan is worse than none: its data stands there to be typed, and the warning says why. */
function asText(
  barcode: Barcode,
  place: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
  paper: LabelPaper,
  dots: (tenths: number) => number,
  reason: BarcodeProblem | 'tooWide',
): Made {
  const lines = Math.max(1, Math.floor(place.height / Math.round(dots(30) * 1.15)))
  const words: LabelText = { ...captionText({ ...place, data: barcode.data }), lines }
  const fit = fitLabelText(words, place.width, dots(30), dots, paper.measure)
  return {
    parts: fit.lines.map((text, index) => ({
      placed: 'text' as const,
      x: place.x,
      y: place.y + index * fit.lineHeight,
      height: fit.height,
      width: place.width,
      align: 'start' as const,
      text,
    })),
    warnings: [{ code: 'barcodeAsText', ...barcode, reason }, ...fit.warnings],
  }
}

function widthOf(part: PlacedLabelPart): number {
  return 'width' in part ? part.width : part.side
}

function heightOf(part: PlacedLabelPart): number {
  return 'height' in part ? part.height : part.side
}

function textOf(part: LabelPart): string {
  if (part.part === 'text') return part.text
  if ('data' in part) return part.data
  return part.part === 'picture' ? part.picture.description : ''
}
