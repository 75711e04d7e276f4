import { createCanvas } from '@napi-rs/canvas'
import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs'

export interface PagePicture {
  readonly png: Uint8Array
  readonly width: number
  readonly height: number
}

/** One page of a finished file as a PNG: the preview shows the very file that is printed, not a likeness (P25). */
export async function previewPage(file: Uint8Array, page: number, dpi = 96): Promise<PagePicture> {
  const loading = getDocument({
    // The reader takes its bytes over; the caller still wants to print them.
    data: file.slice(),
    useSystemFonts: false,
    disableFontFace: true,
    verbosity: VerbosityLevel.ERRORS,
  })
  try {
    const document = await loading.promise
    const opened = await document.getPage(page)
    const viewport = opened.getViewport({ scale: dpi / 72 })
    const canvas = createCanvas(Math.ceil(viewport.width), Math.ceil(viewport.height))
    const context = canvas.getContext('2d')
    context.fillStyle = '#ffffff'
    context.fillRect(0, 0, canvas.width, canvas.height)
    await opened.render({ canvas, canvasContext: context, viewport }).promise
    return { png: await canvas.encode('png'), width: canvas.width, height: canvas.height }
  } finally {
    await loading.destroy()
  }
}
