import { hash as hashOf } from 'node:crypto'

/** SHA-256 as hex. For what is random already (tokens, files); what people think up is hashed slowly, with argon2. */
export function digest(text: string): string {
  return hashOf('sha256', text, 'hex')
}
