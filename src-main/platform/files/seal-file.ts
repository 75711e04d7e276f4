import { createHash } from 'node:crypto'
import { open } from 'node:fs/promises'

export interface SealedFile {
  readonly hash: string
  readonly size: number
}

/** Flushes a received file and takes its hash, piece by piece: for another thread, since 4 GB take their time (W11). */
export async function sealFile(path: string): Promise<SealedFile> {
  const file = await open(path, 'r+')
  try {
    await file.sync()
    const hash = createHash('sha256')
    let size = 0
    for await (const piece of file.createReadStream({ autoClose: false, highWaterMark: 1024 * 1024 })) {
      hash.update(piece)
      size += piece.length
    }
    return { hash: hash.digest('hex'), size }
  } finally {
    await file.close()
  }
}
