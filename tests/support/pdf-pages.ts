import { openPages } from '#main/printing/preview/preview-page.ts'
import { type Pixels, pixelsOf } from './pixels.ts'

export interface OpenPdf {
  /** What is written on a page, in the order it was set: lines of one cell or block follow each other. */
  text(page: number): Promise<string[]>
  pixels(page: number, dpi: number): Promise<Pixels>
  close(): Promise<void>
}

/** A file opened once for all that is asked of it, by what draws the product's own previews. */
export async function openPdf(file: Uint8Array): Promise<OpenPdf> {
  const { document, canvas, close } = await openPages(file)
  return {
    text: async (page) => {
      const { items } = await (await document.getPage(page)).getTextContent()
      return items.flatMap((item) => ('str' in item && item.str !== '' ? [item.str] : []))
    },
    pixels: async (page, dpi) => {
      const drawn = await canvas(page, dpi)
      const { width, height } = drawn
      return pixelsOf(width, height, drawn.getContext('2d').getImageData(0, 0, width, height).data)
    },
    close,
  }
}
