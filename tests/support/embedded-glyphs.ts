import fontkit, { type Font } from '@pdf-lib/fontkit'
import { decodePDFRawStream, PDFArray, PDFDict, PDFDocument, PDFName, PDFRawStream } from 'pdf-lib'

export interface EmbeddedGlyph {
  /** Name of the font without the letters that say it is cut. */
  readonly font: string
  readonly character: string
  /** What is drawn for it, as an SVG path in font units. */
  readonly outline: string | null
}

/** Every letter of every font in a file, as the file itself draws it: from its own copy of the font, by its own numbers. */
export async function embeddedGlyphs(file: Uint8Array): Promise<EmbeddedGlyph[]> {
  const { context } = await PDFDocument.load(file, { updateMetadata: false })
  const found: EmbeddedGlyph[] = []
  for (const [, object] of context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFDict) || object.get(PDFName.of('Subtype')) !== PDFName.of('Type0')) continue
    const descendants = object.lookup(PDFName.of('DescendantFonts'), PDFArray)
    const descriptor = descendants.lookup(0, PDFDict).lookup(PDFName.of('FontDescriptor'), PDFDict)
    const parsed = fontkit.create(contentOf(descriptor.lookup(PDFName.of('FontFile2'))))
    const letters = new TextDecoder('latin1').decode(contentOf(object.lookup(PDFName.of('ToUnicode'))))
    const font = descriptor
      .lookup(PDFName.of('FontName'), PDFName)
      .decodeText()
      .replace(/^[A-Z]{6}\+/u, '')
    for (const [, id = '', text = ''] of letters.matchAll(/^<([0-9a-f]+)> <([0-9a-f]+)>$/gimu)) {
      found.push({ font, character: utf16(text), outline: outlineOf(parsed, Number.parseInt(id, 16)) })
    }
  }
  return found
}

/** Null where the outline lies outside its font: such a letter is white on paper. */
function outlineOf(font: Font, id: number): string | null {
  try {
    return font.getGlyph(id).path.toSVG()
  } catch {
    return null
  }
}

function contentOf(stream: unknown): Uint8Array {
  if (!(stream instanceof PDFRawStream)) throw new Error('no stream')
  return decodePDFRawStream(stream).decode()
}

function utf16(hex: string): string {
  const units = (hex.match(/.{4}/gu) ?? []).map((each) => Number.parseInt(each, 16))
  return String.fromCharCode(...units)
}
