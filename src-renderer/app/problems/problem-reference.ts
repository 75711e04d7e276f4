/**
 * A short name for a bug of the screens, the same each time the same line breaks: name of the error and a digest of where it
 * was thrown. People read it to support over the telephone.
 */
export function problemReference(thrown: unknown): string {
  const text = thrown instanceof Error ? `${thrown.name} ${thrown.message} ${thrown.stack ?? ''}` : String(thrown)
  let digest = 0
  for (const character of text) digest = (Math.imul(digest, 31) + (character.codePointAt(0) ?? 0)) >>> 0
  return `S-${digest.toString(36).toUpperCase().padStart(7, '0')}`
}
