import { type Canvas, createCanvas } from '@napi-rs/canvas'
import { getDocument, type PDFDocumentProxy, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs'

export interface PagePicture {
  readonly png: Uint8Array
  readonly width: number
  readonly height: number
}

/** A finished file, opened once for as many of its pages as are wanted. */
export interface OpenPages {
  readonly document: PDFDocumentProxy
  canvas(page: number, dpi: number): Promise<Canvas>
  close(): Promise<void>
}

export async function openPages(file: Uint8Array): Promise<OpenPages> {
  const loading = getDocument({
    // The reader takes its bytes over; the caller still wants to print them.
    data: file.slice(),
    useSystemFonts: false,
    disableFontFace: true,
    verbosity: VerbosityLevel.ERRORS,
  })
  const close = () => loading.destroy()
  const document = await loading.promise.catch(async (problem: unknown) => {
    await close()
    throw problem
  })
  return {
    document,
    canvas: async (page, dpi) => {
      const opened = await document.getPage(page)
      const viewport = opened.getViewport({ scale: dpi / 72 })
      const canvas = createCanvas(Math.ceil(viewport.width), Math.ceil(viewport.height))
      const context = canvas.getContext('2d')
      context.fillStyle = '#ffffff'
      context.fillRect(0, 0, canvas.width, canvas.height)
      await opened.render({ canvas, canvasContext: context, viewport }).promise
      return canvas
    },
    close,
  }
}

/** One page of a finished file as a PNG: the preview shows the very file that is printed, not a likeness (P25). */
export async function previewPage(file: Uint8Array, page: number, dpi = 96): Promise<PagePicture> {
  const [picture] = await previewPages(file, [page], dpi)
  if (picture === undefined) throw new Error(`no page ${page}`)
  return picture
}

export async function previewPages(file: Uint8Array, pages: readonly number[], dpi = 96): Promise<PagePicture[]> {
  const opened = await openPages(file)
  try {
    const pictures: PagePicture[] = []
    for (const page of pages) {
      const canvas = await opened.canvas(page, dpi)
      pictures.push({ png: await canvas.encode('png'), width: canvas.width, height: canvas.height })
    }
    return pictures
  } finally {
    await opened.close()
  }
}
