import { hash as hashOf } from 'node:crypto'
import { uuidOfHash } from '#shared/kernel/ids.ts'

/**
 * An id made from what a document stands for, where two stations must come to the same one without asking each other (one
 * setting, one finding).
 */
export function derivedId(...parts: readonly string[]): string {
  return uuidOfHash(hashOf('sha256', JSON.stringify(parts), 'hex'))
}
