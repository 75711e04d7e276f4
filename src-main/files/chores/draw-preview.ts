import { openFileStore } from '#main/platform/files/file-store.ts'
import { type Preview, withoutPicture } from '../preview.ts'
import { drawPdfPage } from './draw-pdf-page.ts'
import { drawPicture } from './draw-picture.ts'

/** Larger files are not read into memory for a picture of them. */
const largestPreviewed = 256 * 1024 ** 2

/** The picture of a stored file, put into the store under its own hash. Runs in a thread that may be ended at any time. */
export async function drawPreview(asked: { folder: string; hash: string; mediaType: string }): Promise<Preview> {
  const files = openFileStore(asked.folder)
  if ((files.sizeOf(asked.hash) ?? 0) > largestPreviewed) return withoutPicture('fileTooLarge')
  const bytes = files.get(asked.hash)
  if (bytes === undefined) return withoutPicture('damaged')
  const drawing =
    asked.mediaType === 'application/pdf' ? await drawPdfPage(bytes) : await drawPicture(asked.mediaType, bytes)
  if ('problem' in drawing) return withoutPicture(drawing.problem)
  const { png, ...drawn } = drawing
  return { ...drawn, previewHash: files.put(png), problem: null }
}
