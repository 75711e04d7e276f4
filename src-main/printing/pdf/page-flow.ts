import type { PageDocument } from '#shared/printing/page-document.ts'
import type { Pictures } from '#shared/printing/picture-ref.ts'
import type { PrintWarning } from '#shared/printing/print-warning.ts'
import { blockPieces } from './page-blocks.ts'
import { type Mark, moved, type Piece, pointsOf, type Sheet, sizes } from './page-marks.ts'
import { lineHeightOf, lineMarks, paragraphMarks, seamedLines, textLines } from './page-text.ts'
import { type PrintFonts, widthOfText } from './print-fonts.ts'

export interface LaidPage {
  readonly width: number
  readonly height: number
  readonly marks: readonly Mark[]
}

export interface LaidDocument {
  readonly pages: readonly LaidPage[]
  readonly warnings: readonly PrintWarning[]
}

/** Room that running head and COPY tag take at the head of a page. */
const headRoom = 34

/** From blocks to pages; pure, so that preview, test and file cannot disagree. */
export function layOutPages(document: PageDocument, fonts: PrintFonts, pictures: Pictures): LaidDocument {
  const warnings: PrintWarning[] = []
  const size = { width: pointsOf(document.size.width), height: pointsOf(document.size.height) }
  const margin = {
    top: pointsOf(document.margins.top),
    left: pointsOf(document.margins.left),
    right: pointsOf(document.margins.right),
    bottom: pointsOf(document.margins.bottom),
  }
  const sheet: Sheet = {
    fonts,
    pictures,
    decimalMark: document.decimalMark,
    width: size.width - margin.left - margin.right,
    bodyHeight: 0,
    paperWidth: size.width,
    marginLeft: margin.left,
    accent: document.accent ?? null,
    warn: (warning) => {
      if (!warnings.some((each) => JSON.stringify(each) === JSON.stringify(warning))) warnings.push(warning)
    },
  }
  const foot = footHeight(sheet, document)
  const bottom = size.height - Math.max(margin.bottom, foot + pointsOf(80))
  const firstTop = document.copyTag === null ? margin.top : Math.max(margin.top, headRoom)
  const nextTop =
    document.copyTag === null && document.runningHead === null ? margin.top : Math.max(margin.top, headRoom + 4)
  const body: Sheet = { ...sheet, bodyHeight: bottom - nextTop }
  const flow = flowPieces(
    document.blocks.flatMap((block) => blockPieces(body, block)),
    { firstTop, nextTop, bottom },
    sheet.warn,
  )
  const pages = flow.map((marks, index) => ({
    ...size,
    marks: [
      ...marks.map((mark) => moved(mark, margin.left, 0)),
      ...headMarks(sheet, document, index, margin.left),
      ...footMarks(
        sheet,
        document,
        { page: index + 1, pages: flow.length },
        { left: margin.left, top: size.height - Math.max(margin.bottom, foot + pointsOf(80)) + 6 },
      ),
    ],
  }))
  return { pages, warnings }
}

interface Room {
  readonly firstTop: number
  readonly nextTop: number
  readonly bottom: number
}

/** Pieces fall onto pages in order; glued ones move on together unless a whole page could not hold them. */
function flowPieces(pieces: readonly Piece[], room: Room, warn: (warning: PrintWarning) => void): Mark[][] {
  const pages: Mark[][] = [[]]
  let y = room.firstTop
  const turnPage = () => {
    pages.push([])
    y = room.nextTop
  }
  const put = (piece: Piece) => {
    pages.at(-1)?.push(...piece.marks.map((mark) => moved(mark, 0, y)))
    y += piece.height
  }
  const putAtHead = (piece: Piece) => {
    // A page that begins inside a table names its columns again.
    if (piece.head && y === room.nextTop && pages.length > 1) put(piece.head)
    put(piece)
  }
  for (let at = 0; at < pieces.length; ) {
    let end = at + 1
    while (end < pieces.length && pieces[end - 1]?.gluedToNext === true) end += 1
    const group = pieces.slice(at, end)
    at = end
    const first = group[0]
    if (first?.breaksBefore && y > room.firstTop) turnPage()
    if (first?.top !== undefined && pages.length === 1) {
      if (y <= first.top) y = first.top
      else warn({ code: 'addressOutsideWindow' })
    }
    const height = group.reduce((sum, piece) => sum + piece.height, first?.head?.height ?? 0)
    const isTogether = height <= room.bottom - room.nextTop
    if (isTogether && y + height - (first?.head?.height ?? 0) > room.bottom && !isBlank(group)) turnPage()
    for (const piece of group) {
      if (!isTogether && y + piece.height > room.bottom && y > room.nextTop) turnPage()
      // White at the end of a page is not carried to the next.
      if (piece.marks.length === 0 && y + piece.height > room.bottom) y = room.bottom
      else putAtHead(piece)
    }
  }
  return pages
}

function isBlank(group: readonly Piece[]): boolean {
  return group.every((piece) => piece.marks.length === 0)
}

function headMarks(sheet: Sheet, document: PageDocument, index: number, left: number): Mark[] {
  const marks: Mark[] = []
  if (index > 0 && document.runningHead !== null) {
    const style = { face: 'regular', size: sizes.small } as const
    const width = sheet.width * (document.copyTag === null ? 1 : 0.7)
    const line = textLines(sheet, document.runningHead, style, width)[0] ?? ''
    marks.push(...lineMarks(sheet, line, style, { x: left, top: 18, width, align: 'start' }))
  }
  if (document.copyTag !== null) {
    const style = { face: 'mono', size: 10 } as const
    const width = widthOfText(sheet.fonts, document.copyTag, style.face, style.size)
    const x = left + sheet.width - width - 12
    marks.push(...lineMarks(sheet, document.copyTag, style, { x: x + 6, top: 13, width, align: 'start' }))
    marks.push({
      mark: 'frame',
      rect: { x, y: 11, width: width + 12, height: lineHeightOf(style.size) + 4 },
      thickness: 1,
    })
  }
  return marks
}

const footStyle = { face: 'regular', size: 7 } as const

function pageWordsWidth(sheet: Sheet, document: PageDocument): number {
  return widthOfText(sheet.fonts, document.footer?.pageWords ?? '', footStyle.face, footStyle.size) + 20
}

function footHeight(sheet: Sheet, document: PageDocument): number {
  if (document.footer === null) return 0
  const width = sheet.width - pageWordsWidth(sheet, document)
  const lines = document.footer.lines.reduce((sum, line) => sum + seamedLines(sheet, line, footStyle, width).length, 0)
  return Math.max(1, lines) * lineHeightOf(footStyle.size) + 6
}

function footMarks(
  sheet: Sheet,
  document: PageDocument,
  numbers: { readonly page: number; readonly pages: number },
  at: { readonly left: number; readonly top: number },
): Mark[] {
  if (document.footer === null) return []
  const words = document.footer.pageWords
    .replaceAll('{pages}', String(numbers.pages))
    .replaceAll('{page}', String(numbers.page))
  const width = sheet.width - pageWordsWidth(sheet, document)
  const marks: Mark[] = lineMarks(sheet, words, footStyle, {
    x: at.left,
    top: at.top,
    width: sheet.width,
    align: 'end',
  })
  let top = at.top
  for (const line of document.footer.lines) {
    const made = paragraphMarks(sheet, line, footStyle, { x: at.left, top, width, align: 'start' }, seamedLines)
    marks.push(...made.marks)
    top += made.height
  }
  return marks
}
