import type {
  AddressBlock,
  BoxBlock,
  ColumnsBlock,
  Fact,
  FactsBlock,
  HeaderBlock,
  PageBlock,
  TextBlock,
  TitleBlock,
} from '#shared/printing/page-document.ts'
import {
  inColour,
  type Mark,
  moved,
  type Piece,
  pointsOf,
  ruleMark,
  rules,
  type Sheet,
  sizes,
  stacked,
} from './page-marks.ts'
import { alignedX, barcodeDrawn, pictureDrawn } from './page-shapes.ts'
import { tablePieces } from './page-table.ts'
import { lineHeightOf, lineMarks, paragraphMarks, seamedLines, textLines } from './page-text.ts'

/** White under a block. */
const below = 8

export function blockPieces(sheet: Sheet, block: PageBlock): Piece[] {
  switch (block.block) {
    case 'header':
      return [headerPiece(sheet, block)]
    case 'address':
      return [addressPiece(sheet, block)]
    case 'title':
      return [titlePiece(sheet, block)]
    case 'facts':
      return factsPieces(sheet, block)
    case 'table':
      return [...tablePieces(sheet, block), { height: below, marks: [] }]
    case 'text':
      return textPieces(sheet, block)
    case 'barcode': {
      const drawn = barcodeDrawn(sheet, block.barcode, pointsOf(block.height), sheet.width)
      return [captioned(sheet, drawn, block.caption, block.align)]
    }
    case 'picture': {
      const maxWidth = Math.min(sheet.width, pointsOf(block.maxWidth))
      const maxHeight = Math.min(sheet.bodyHeight, pointsOf(block.maxHeight))
      const drawn = pictureDrawn(sheet, block.picture, maxWidth, maxHeight, block.framed ?? false)
      return [captioned(sheet, drawn, null, block.align)]
    }
    case 'box':
      return [boxPiece(sheet, block)]
    case 'rule':
      return [{ height: rules[block.weight] + below, marks: [ruleMark(0, 0, sheet.width, block.weight, sheet.accent)] }]
    case 'space':
      return [{ height: pointsOf(block.height), marks: [] }]
    case 'columns':
      return columnsPieces(sheet, block)
    case 'keep':
      return kept(block.blocks.flatMap((each) => blockPieces(sheet, each)))
    case 'pageBreak':
      return [{ height: 0, marks: [], breaksBefore: true }]
  }
}

/** Glue between all of them; the flow lets go where even a whole page is too short. */
function kept(pieces: readonly Piece[]): Piece[] {
  return pieces.map((piece, index) => (index < pieces.length - 1 ? { ...piece, gluedToNext: true } : piece))
}

function headerPiece(sheet: Sheet, { logo, company, words }: HeaderBlock): Piece {
  const half = sheet.width / 2 - 10
  const start: Mark[] = []
  let startHeight = 0
  const end = { x: sheet.width / 2 + 10, width: half, align: 'end' } as const
  let top = 0
  const marks: Mark[] = []
  if (logo) {
    const drawn = pictureDrawn(sheet, logo, Math.min(half, 190), 54)
    start.push(...drawn.marks)
    startHeight = drawn.height
    const name = paragraphMarks(sheet, company.name, { face: 'bold', size: sizes.normal }, { ...end, top })
    marks.push(...inColour(name.marks, sheet.accent))
    top += name.height
  } else {
    const name = paragraphMarks(
      sheet,
      company.name,
      { face: 'bold', size: 15 },
      { x: 0, top: 0, width: half, align: 'start' },
    )
    start.push(...inColour(name.marks, sheet.accent))
    startHeight = name.height
  }
  for (const line of [...company.lines, ...(words === undefined ? [] : words.split('\n'))]) {
    const made = paragraphMarks(sheet, line, { face: 'regular', size: sizes.small }, { ...end, top }, seamedLines)
    marks.push(...made.marks)
    top += made.height
  }
  return { height: Math.max(startHeight, top) + below, marks: [...start, ...marks] }
}

/** The window of a DL and a C5 envelope: 85 x 45 mm, 45 mm from the top, 20 mm from its side of the sheet. */
const envelopeWindow = { top: pointsOf(450), width: pointsOf(850), height: pointsOf(450), side: pointsOf(200) } as const

function addressPiece(sheet: Sheet, block: AddressBlock): Piece {
  const { width, height } = envelopeWindow
  const left = block.window === 'left' ? envelopeWindow.side : sheet.paperWidth - envelopeWindow.side - width
  const x = left - sheet.marginLeft
  const marks: Mark[] = []
  let top = 0
  if (block.sender !== null) {
    const sender = paragraphMarks(
      sheet,
      block.sender,
      { face: 'regular', size: 6.5 },
      { x, top, width, align: 'start' },
    )
    marks.push(...sender.marks, ruleMark(x, sender.height + 1, width, 'thin'))
    top = sender.height + 6
  }
  for (const line of block.lines) {
    const made = paragraphMarks(sheet, line, { face: 'regular', size: 10.5 }, { x, top, width, align: 'start' })
    marks.push(...made.marks)
    top += made.height
  }
  const besideLeft = block.window === 'left' ? x + width + 24 : 0
  const besideWidth = block.window === 'left' ? sheet.width - besideLeft : x - 24
  const facts = factLines(sheet, block.beside, Math.max(besideWidth, 80))
  marks.push(...facts.marks.map((mark) => moved(mark, besideLeft, 0)))
  return { height: Math.max(height, top, facts.height) + below, marks, top: envelopeWindow.top }
}

/** Label and value beside each other, line by line. */
function factLines(sheet: Sheet, facts: readonly Fact[], width: number): Piece {
  const labelWidth = width * 0.42
  const pieces = facts.map((fact): Piece => {
    const label = paragraphMarks(
      sheet,
      fact.label,
      { face: 'regular', size: sizes.small },
      { x: 0, top: 1.2, width: labelWidth - 6, align: 'start' },
    )
    const place = { x: labelWidth, top: 0, width: width - labelWidth, align: 'start' } as const
    const value = paragraphMarks(sheet, fact.value, { face: fact.face ?? 'bold', size: sizes.normal }, place)
    return { height: Math.max(label.height + 1.2, value.height) + 1.5, marks: [...label.marks, ...value.marks] }
  })
  return stacked(pieces)
}

function titlePiece(sheet: Sheet, block: TitleBlock): Piece {
  const size = 16
  const words = paragraphMarks(
    sheet,
    block.text,
    { face: 'bold', size },
    { x: 0, top: 4, width: sheet.width, align: 'start' },
  )
  const title = inColour(words.marks, sheet.accent)
  if (block.number === null) return { height: words.height + below, marks: title, gluedToNext: true }
  const style = { face: 'mono', size: 14 } as const
  const number = paragraphMarks(sheet, block.number, style, { x: 0, top: 0, width: sheet.width, align: 'end' })
  const longest =
    Math.max(...textLines(sheet, block.text, { face: 'bold', size }, sheet.width).map((line) => line.length)) *
    size *
    0.6
  const besideFits =
    longest + block.number.length * 8.4 + 20 < sheet.width && number.height < 2 * lineHeightOf(style.size)
  const dy = besideFits ? 6 : words.height + 4
  return {
    height: Math.max(words.height, dy + number.height) + below,
    marks: [...title, ...number.marks.map((mark) => moved(mark, 0, dy))],
    gluedToNext: true,
  }
}

function factsPieces(sheet: Sheet, block: FactsBlock): Piece[] {
  const width = sheet.width / block.across
  const rows: Piece[] = []
  for (let at = 0; at < block.facts.length; at += block.across) {
    const cells = block.facts.slice(at, at + block.across).map((fact, index) => {
      const place = { x: index * width, width: width - 10, align: 'start' } as const
      const label = paragraphMarks(sheet, fact.label, { face: 'regular', size: sizes.small }, { ...place, top: 0 })
      const value = paragraphMarks(
        sheet,
        fact.value,
        { face: fact.face ?? 'bold', size: sizes.normal },
        { ...place, top: label.height },
      )
      return { height: label.height + value.height, marks: [...label.marks, ...value.marks] }
    })
    rows.push({ height: Math.max(...cells.map((cell) => cell.height)) + 4, marks: cells.flatMap((cell) => cell.marks) })
  }
  return [...rows, { height: below / 2, marks: [] }]
}

/** Lines of their own, so that long terms run over pages; first and last two of a paragraph stay together. */
function textPieces(sheet: Sheet, block: TextBlock): Piece[] {
  const size = sizes[block.size ?? 'normal']
  const style = { face: block.face ?? 'regular', size } as const
  const paragraphs = block.text.split('\n').map((paragraph) => textLines(sheet, paragraph, style, sheet.width))
  const pieces = paragraphs.flatMap((lines) =>
    lines.map((line, index): Piece => {
      const gluedToNext = index < lines.length - 1 && (index === 0 || index === lines.length - 2 || lines.length <= 3)
      const marks = lineMarks(sheet, line, style, { x: 0, top: 0, width: sheet.width, align: block.align ?? 'start' })
      return { height: lineHeightOf(size), marks, gluedToNext }
    }),
  )
  return [...pieces, { height: below, marks: [] }]
}

function captioned(
  sheet: Sheet,
  drawn: Piece & { readonly width: number },
  caption: string | null,
  align: 'start' | 'center' | 'end' = 'start',
): Piece {
  const x = alignedX(align, sheet.width, drawn.width)
  const marks = drawn.marks.map((mark) => moved(mark, x, 0))
  if (caption === null) return { height: drawn.height + below, marks }
  const place = {
    x: align === 'start' ? 0 : x,
    top: drawn.height + 2,
    width: Math.max(drawn.width, 90),
    align: 'center',
  } as const
  const words = paragraphMarks(sheet, caption, { face: 'mono', size: sizes.small + 1 }, place)
  return { height: drawn.height + 2 + words.height + below, marks: [...marks, ...words.marks] }
}

function boxPiece(sheet: Sheet, block: BoxBlock): Piece {
  const style = { face: block.face ?? 'bold', size: sizes[block.size ?? 'normal'] } as const
  const inner = sheet.width - 16
  const words = paragraphMarks(sheet, block.lines.join('\n'), style, { x: 8, top: 5, width: inner, align: 'start' })
  const frame: Mark = {
    mark: 'frame',
    rect: { x: 0.75, y: 0.75, width: sheet.width - 1.5, height: words.height + 10 },
    thickness: 1.5,
  }
  return { height: words.height + 12 + below, marks: [frame, ...words.marks] }
}

/** Beside each other as one piece; under each other when together they are taller than a page. */
function columnsPieces(sheet: Sheet, block: ColumnsBlock): Piece[] {
  const gap = 18
  const shares = block.columns.reduce((sum, column) => sum + column.share, 0)
  const room = sheet.width - gap * (block.columns.length - 1)
  let x = 0
  const columns = block.columns.map((column) => {
    const width = (room * column.share) / shares
    const piece = stacked(
      column.blocks.flatMap((each) => blockPieces({ ...sheet, width, marginLeft: sheet.marginLeft + x }, each)),
    )
    const placed = { ...piece, marks: piece.marks.map((mark) => moved(mark, x, 0)) }
    x += width + gap
    return placed
  })
  const height = Math.max(...columns.map((column) => column.height))
  if (height <= sheet.bodyHeight) return [{ height, marks: columns.flatMap((column) => column.marks) }]
  return block.columns.flatMap((column) => column.blocks.flatMap((each) => blockPieces(sheet, each)))
}
