import { closeSync, openSync, readSync } from 'node:fs'

/**
 * Reads a file once from end to end, so that the system has its pages at hand as after a morning's work: measured is the
 * product and not how cold the disk is.
 */
export function readThrough(path: string): void {
  const file = openSync(path, 'r')
  try {
    const piece = Buffer.alloc(8 * 1024 * 1024)
    while (readSync(file, piece) > 0);
  } finally {
    closeSync(file)
  }
}
