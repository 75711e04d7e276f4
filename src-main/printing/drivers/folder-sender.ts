import { randomBytes } from 'node:crypto'
import { open, readFile, rename, stat, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import type { PrinterStatus, SendOutcome, SendReason } from '#shared/printing/print-outcome.ts'
import { printableLine } from '#shared/printing/print-text.ts'

/**
 * A folder as a printer: the file is whole and on the disk, or not there at all. Nobody can say whether it ever becomes
 * paper, so the best outcome is "handed over".
 */
export async function sendToFolder(
  folder: string,
  title: string,
  bytes: Uint8Array,
  now: () => number,
): Promise<SendOutcome> {
  const failed = (reason: SendReason, detail: string): SendOutcome => ({
    state: 'failed_before_send',
    reason,
    bytesSent: 0,
    bytesTotal: bytes.length,
    firstByteAt: null,
    reference: null,
    detail,
  })
  const firstByteAt = now()
  const temporary = join(folder, `.${randomBytes(8).toString('hex')}.part`)
  try {
    const file = await open(temporary, 'wx')
    try {
      await file.writeFile(bytes)
      await file.sync()
    } finally {
      await file.close()
    }
    const target = await freeName(folder, fileName(title), bytes)
    await rename(temporary, target)
    await syncFolder(folder)
    return {
      state: 'handed_over',
      reason: null,
      bytesSent: bytes.length,
      bytesTotal: bytes.length,
      firstByteAt,
      reference: target,
      detail: null,
    }
  } catch (error) {
    await unlink(temporary).catch(() => undefined)
    return failed(reasonOf(error), error instanceof Error ? error.message : String(error))
  }
}

export async function folderStatus(folder: string): Promise<PrinterStatus> {
  const found = await stat(folder).catch(() => null)
  if (found?.isDirectory()) return { state: 'ready', reason: null, isPaperLow: false, detail: null }
  return { state: 'unreachable', reason: 'folderMissing', isPaperLow: false, detail: folder }
}

/** A name that every file system takes: no separators, no controls, no names that Windows keeps for devices. */
export function fileName(title: string): string {
  const name = printableLine(title)
    .replace(/[<>:"/\\|?*]/gu, '-')
    .replace(/^[. ]+|[. ]+$/gu, '')
    .slice(0, 100)
  return name === '' || /^(?:con|prn|aux|nul|com\d|lpt\d)$/iu.test(name) ? `paper ${name}`.trim() : name
}

/** Another paper of the same name is never overwritten; the same paper again is the same file. */
async function freeName(folder: string, name: string, bytes: Uint8Array): Promise<string> {
  for (let number = 1; ; number += 1) {
    const target = join(folder, `${name}${number === 1 ? '' : ` (${number})`}.pdf`)
    const there = await readFile(target).catch(() => null)
    if (there === null || Buffer.compare(there, bytes) === 0) return target
  }
}

/** The name too must survive a power cut; Windows has no way to say so and needs none. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => null)
  await handle?.sync().catch(() => undefined)
  await handle?.close()
}

function reasonOf(error: unknown): SendReason {
  const code = error instanceof Error && 'code' in error ? error.code : null
  if (code === 'ENOENT' || code === 'ENOTDIR') return 'folderMissing'
  return code === 'ENOSPC' || code === 'EDQUOT' ? 'diskFull' : 'folderNotWritable'
}
