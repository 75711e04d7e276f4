import {
  beginText,
  endText,
  fill,
  moveText,
  PDFDocument,
  type PDFFont,
  PDFHexString,
  type PDFImage,
  type PDFName,
  type PDFOperator,
  type PDFPage,
  PrintScaling,
  popGraphicsState,
  pushGraphicsState,
  rectangle,
  setFillingGrayscaleColor,
  setFillingRgbColor,
  setFontAndSize,
  setLineWidth,
  setStrokingGrayscaleColor,
  showText,
  stroke,
} from 'pdf-lib'
import type { PageDocument, TextFace } from '#shared/printing/page-document.ts'
import type { Pictures } from '#shared/printing/picture-ref.ts'
import type { PrintWarning } from '#shared/printing/print-warning.ts'
import { type LaidPage, layOutPages } from './page-flow.ts'
import type { Mark } from './page-marks.ts'
import { pictureSize } from './picture-size.ts'
import type { PrintFonts } from './print-fonts.ts'

export interface DrawnPages {
  readonly bytes: Uint8Array
  readonly pageCount: number
  /** For each document the number of its first page, from 1: "print again from slip 37". */
  readonly firstPages: readonly number[]
  readonly warnings: readonly { readonly document: number; readonly warning: PrintWarning }[]
}

export interface DrawOptions {
  readonly pictures?: Pictures
  /** Whole fonts only to compare with: fifty times the size. */
  readonly embed?: 'subset' | 'whole'
  /** Both sides of the sheet are printed: an odd paper ends with a white back, so that the next begins on a front. */
  readonly beginsOnFront?: boolean
}

/**
 * All papers of a batch into one file, fonts once. Finished files are never merged: that embeds every font a hundred
 * times. Nothing is read from a clock or a die, so the same documents are the same bytes.
 */
export async function drawPages(
  documents: readonly PageDocument[],
  fonts: PrintFonts,
  options: DrawOptions = {},
): Promise<DrawnPages> {
  const [first] = documents
  if (!first) throw new Error('a file needs at least one paper')
  const pictures = options.pictures ?? new Map()
  const file = await PDFDocument.create({ updateMetadata: false })
  describe(file, documents, first)
  const id = await fingerprint(documents)
  const ink = await openInk(file, fonts, options.embed ?? 'subset', id)
  const firstPages: number[] = []
  const warnings: { document: number; warning: PrintWarning }[] = []
  for (const [index, document] of documents.entries()) {
    const laid = layOutPages(document, fonts, pictures)
    firstPages.push(file.getPageCount() + 1)
    warnings.push(...laid.warnings.map((warning) => ({ document: index, warning })))
    for (const page of laid.pages) await drawPage(file, page, ink, pictures)
    const [front] = laid.pages
    const isLast = index === documents.length - 1
    if (options.beginsOnFront && !isLast && front !== undefined && laid.pages.length % 2 === 1) {
      file.addPage([front.width, front.height])
    }
  }
  file.context.trailerInfo.ID = file.context.obj([PDFHexString.of(id), PDFHexString.of(id)])
  // In one go: yielding between objects, which is meant for windows, doubles the time of a batch.
  const bytes = await file.save({ objectsPerTick: Number.POSITIVE_INFINITY })
  return { bytes, pageCount: file.getPageCount(), firstPages, warnings }
}

function describe(file: PDFDocument, documents: readonly PageDocument[], first: PageDocument): void {
  const titles = documents.map((document) => document.title)
  file.setTitle(titles.length === 1 ? first.title : `${titles[0]} … ${titles.at(-1)}`, { showInWindowTitleBar: true })
  file.setLanguage(first.language)
  file.setAuthor(first.author)
  file.setCreator('Counterproof')
  file.setProducer('Counterproof')
  file.setCreationDate(new Date(first.createdAt))
  file.setModificationDate(new Date(first.createdAt))
  // A viewer that shrinks to fit would move the address out of the window (P15).
  file.catalog.getOrCreateViewerPreferences().setPrintScaling(PrintScaling.None)
}

async function fingerprint(documents: readonly PageDocument[]): Promise<string> {
  const text = documents.map((document) => `${document.title}\n${document.createdAt}`).join('\n')
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)))
  return Array.from(hash.slice(0, 16), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

interface Ink {
  readonly fonts: Readonly<Record<TextFace, PDFFont>>
  picture(hash: string, bytes: Uint8Array): Promise<PDFImage | null>
}

async function openInk(file: PDFDocument, fonts: PrintFonts, embed: 'subset' | 'whole', id: string): Promise<Ink> {
  const parsedOf = new Map([fonts.regular, fonts.bold, fonts.mono].map((font) => [font.file, font.parsed]))
  file.registerFontkit({
    create: (bytes) => {
      const parsed = [...parsedOf].find(([known]) => known === bytes)?.[1]
      if (!parsed) throw new Error('only parsed fonts are drawn with')
      return parsed
    },
  })
  // Six capitals before the name say that a font is cut, and keep two files' cuts apart when someone joins them.
  const tag = [...id.slice(0, 6)].map((digit) => String.fromCharCode(65 + Number.parseInt(digit, 16))).join('')
  const embedFace = (face: TextFace) => {
    const font = fonts[face]
    if (embed === 'whole') return file.embedFont(font.file)
    return file.embedFont(font.file, { subset: true, customName: `${tag}+${font.parsed.postscriptName}` })
  }
  const images = new Map<string, PDFImage | null>()
  return {
    fonts: { regular: await embedFace('regular'), bold: await embedFace('bold'), mono: await embedFace('mono') },
    picture: async (hash, bytes) => {
      const known = images.get(hash)
      if (known !== undefined) return known
      const kind = pictureSize(bytes)?.kind
      const image = kind === 'png' ? await file.embedPng(bytes) : kind === 'jpeg' ? await file.embedJpg(bytes) : null
      images.set(hash, image)
      return image
    },
  }
}

async function drawPage(file: PDFDocument, laid: LaidPage, ink: Ink, pictures: Pictures): Promise<void> {
  const page = file.addPage([laid.width, laid.height])
  const keys = new Map<TextFace, PDFName>()
  const keyOf = (face: TextFace): PDFName => {
    const known = keys.get(face)
    if (known) return known
    const key = page.node.newFontDictionary(face, ink.fonts[face].ref)
    keys.set(face, key)
    return key
  }
  const operators: PDFOperator[] = []
  for (const mark of laid.marks) {
    if (mark.mark === 'picture') {
      const bytes = pictures.get(mark.hash)
      const image = bytes ? await ink.picture(mark.hash, bytes) : null
      if (image) drawPicture(page, image, mark, laid.height)
    } else operators.push(...operatorsOf(mark, laid.height, keyOf, ink))
  }
  page.pushOperators(...operators)
}

function drawPicture(page: PDFPage, image: PDFImage, mark: Extract<Mark, { mark: 'picture' }>, height: number): void {
  const { x, y, width, height: tall } = mark.rect
  page.drawImage(image, { x, y: height - y - tall, width, height: tall })
}

function operatorsOf(
  mark: Exclude<Mark, { mark: 'picture' }>,
  height: number,
  keyOf: (face: TextFace) => PDFName,
  ink: Ink,
): PDFOperator[] {
  switch (mark.mark) {
    case 'text':
      return [
        ...(mark.colour === undefined ? [] : [pushGraphicsState(), fillColour(mark.colour)]),
        beginText(),
        setFontAndSize(keyOf(mark.face), mark.size),
        moveText(rounded(mark.x), rounded(height - mark.y)),
        showText(ink.fonts[mark.face].encodeText(mark.text)),
        endText(),
        ...(mark.colour === undefined ? [] : [popGraphicsState()]),
      ]
    case 'rects':
      return [
        pushGraphicsState(),
        mark.colour === undefined ? setFillingGrayscaleColor(mark.grey) : fillColour(mark.colour),
        ...mark.rects.map((rect) =>
          rectangle(rounded(rect.x), rounded(height - rect.y - rect.height), rounded(rect.width), rounded(rect.height)),
        ),
        fill(),
        popGraphicsState(),
      ]
    case 'frame':
      return [
        pushGraphicsState(),
        setStrokingGrayscaleColor(0),
        setLineWidth(mark.thickness),
        rectangle(
          rounded(mark.rect.x),
          rounded(height - mark.rect.y - mark.rect.height),
          mark.rect.width,
          mark.rect.height,
        ),
        stroke(),
        popGraphicsState(),
      ]
  }
}

function fillColour(hex: string): PDFOperator {
  const part = (at: number) => Math.round((Number.parseInt(hex.slice(at, at + 2), 16) / 255) * 1000) / 1000
  return setFillingRgbColor(part(1), part(3), part(5))
}

/** A thousandth of a point is far below any printer's dot; more digits only make the file longer. */
function rounded(points: number): number {
  return Math.round(points * 1000) / 1000
}
