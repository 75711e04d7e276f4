import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { packageFolder } from '#main/platform/files/package-folder.ts'
import type { PreviewNote } from '#shared/files/file-record.ts'
import { mostPixels } from '#shared/files/picture-size.ts'
import type { Drawing } from '../preview.ts'
import { drawnOnWhite, previewScale } from './preview-canvas.ts'

const tenthsPerPoint = 254 / 72
/** A page longer than 100 m is a mistake or an attack (reliability 44). */
const longestPage = 1_000_000
/** What the reader takes when a page's own size is missing or nothing. */
const fallbackPage = [0, 0, 612, 792]

/** The first page of a PDF. Scripts, launches and attachments are never carried out, only noted (reliability 43). */
export async function drawPdfPage(bytes: Uint8Array): Promise<Drawing> {
  const pdfjs = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const reading = pdfjs.getDocument({
    // A copy: the reader takes the bytes over.
    data: new Uint8Array(bytes),
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    enableXfa: false,
    maxImageSize: mostPixels,
    verbosity: pdfjs.VerbosityLevel.ERRORS,
    standardFontDataUrl: packageFolder('pdfjs-dist', 'standard_fonts'),
    cMapUrl: packageFolder('pdfjs-dist', 'cmaps'),
    iccUrl: packageFolder('pdfjs-dist', 'iccs'),
    wasmUrl: packageFolder('pdfjs-dist', 'wasm'),
  })
  try {
    const document = await reading.promise
    if (document.numPages < 1) return { problem: 'withoutPages' }
    const page = await document.getPage(1)
    if (hasNoSize(page, bytes)) return { problem: 'emptyPage' }
    const { width, height } = page.getViewport({ scale: 1 })
    const [widthMm10, heightMm10] = [Math.round(width * tenthsPerPoint), Math.round(height * tenthsPerPoint)]
    if (Math.max(widthMm10, heightMm10) > longestPage) return { problem: 'pageTooLarge' }
    if (Math.min(widthMm10, heightMm10) < 1) return { problem: 'emptyPage' }
    const png = await drawPage(page, width, height)
    return { png, widthMm10, heightMm10, pages: document.numPages, notes: await notesOf(document) }
  } catch (problem) {
    if (problem instanceof Error && problem.name === 'PasswordException') return { problem: 'encrypted' }
    return { problem: 'damaged' }
  } finally {
    await reading.destroy()
  }
}

function drawPage(page: PDFPageProxy, width: number, height: number): Promise<Uint8Array> {
  const longest = Math.max(width, height)
  // Small pages (a label, a stamp) are drawn larger than they are, so that something can be seen.
  const scale = longest < 1000 ? 1000 / longest : previewScale(width, height)
  const viewport = page.getViewport({ scale })
  return drawnOnWhite(viewport.width, viewport.height, async (context) => {
    await page.render({ canvas: null, canvasContext: context, viewport }).promise
  })
}

/**
 * A page of 0 x 0 is shown by the reader as if it were US Letter. So where it says Letter, the file must say so somewhere,
 * or keep its page sizes where they cannot be read from outside.
 */
function hasNoSize(page: PDFPageProxy, bytes: Uint8Array): boolean {
  if (page.view.join() !== fallbackPage.join()) return false
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  const sizes = [...text.matchAll(/\/(?:Media|Crop)Box\s*\[\s*([-\d.]+)\s+([-\d.]+)\s+([-\d.]+)\s+([-\d.]+)\s*\]/g)]
  return sizes.length > 0 && sizes.every(([, left, bottom, right, top]) => left === right || bottom === top)
}

async function notesOf(document: PDFDocumentProxy): Promise<PreviewNote[]> {
  const notes: PreviewNote[] = []
  if (await document.hasJSActions()) notes.push('scripts')
  if ((await document.getAttachments()) !== null) notes.push('attachments')
  if ((await document.getPermissions()) !== null) notes.push('restricted')
  return notes
}
