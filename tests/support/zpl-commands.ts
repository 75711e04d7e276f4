/**
 * Splits ZPL as a printer does: `^` and `~` begin a command wherever they stand, whoever typed them. Data of fields is
 * given decoded, so that a test can say: these commands and no other, this text and no other.
 */
export interface ZplCommand {
  readonly name: string
  readonly rest: string
}

export interface DecodedZpl {
  readonly commands: readonly ZplCommand[]
  readonly fields: readonly string[]
}

export function decodeZpl(bytes: Uint8Array): DecodedZpl {
  const source = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  const commands: ZplCommand[] = []
  const fields: string[] = []
  let isHex = false
  for (const part of source.split(/(?=[\^~])/u)) {
    const name = part.slice(0, 3)
    const rest = part.slice(3).replace(/\n$/u, '')
    commands.push({ name, rest })
    if (name === '^FH') isHex = true
    if (name === '^FD') fields.push(isHex ? hexDecoded(rest) : rest)
    if (name === '^FS') isHex = false
  }
  return { commands, fields }
}

function hexDecoded(text: string): string {
  const bytes: number[] = []
  for (let at = 0; at < text.length; ) {
    const hex = /^_([0-9A-F]{2})/u.exec(text.slice(at, at + 3))
    if (hex) {
      bytes.push(Number.parseInt(hex[1] ?? '0', 16))
      at += 3
      continue
    }
    const character = String.fromCodePoint(text.codePointAt(at) ?? 0)
    bytes.push(...new TextEncoder().encode(character))
    at += character.length
  }
  return new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(bytes))
}
