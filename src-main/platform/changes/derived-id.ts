import { hash as hashOf } from 'node:crypto'

/**
 * An id made from what a document stands for, where two stations must come to the same one without asking each other (one
 * setting, one finding): a UUID of version 8, the first 122 bits of the hash.
 */
export function derivedId(...parts: readonly string[]): string {
  const hex = hashOf('sha256', JSON.stringify(parts), 'hex')
  const variant = '89ab'.charAt(Number.parseInt(hex.charAt(16), 16) % 4)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
