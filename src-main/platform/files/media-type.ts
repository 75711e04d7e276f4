/** Bytes needed to tell what a file is. */
export const mediaTypeHead = 1024

const unknownType = 'application/octet-stream'

/** What a computer could run; looked for first, so that a program with a PDF's sign further on is still a program. */
const programs: readonly (readonly [mediaType: string, startsWith: readonly number[]])[] = [
  ['application/vnd.microsoft.portable-executable', [0x4d, 0x5a]],
  ['application/x-elf', [0x7f, 0x45, 0x4c, 0x46]],
  ['application/x-mach-binary', [0xfe, 0xed, 0xfa, 0xce]],
  ['application/x-mach-binary', [0xfe, 0xed, 0xfa, 0xcf]],
  ['application/x-mach-binary', [0xce, 0xfa, 0xed, 0xfe]],
  ['application/x-mach-binary', [0xcf, 0xfa, 0xed, 0xfe]],
  ['application/x-mach-binary', [0xca, 0xfe, 0xba, 0xbe]],
  ['application/x-ms-shortcut', [0x4c, 0x00, 0x00, 0x00, 0x01, 0x14, 0x02, 0x00]],
  ['text/x-shellscript', [0x23, 0x21]],
]

const signatures: readonly (readonly [mediaType: string, startsWith: readonly number[]])[] = [
  ['image/png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['image/jpeg', [0xff, 0xd8, 0xff]],
  ['image/gif', [0x47, 0x49, 0x46, 0x38]],
  ['image/tiff', [0x49, 0x49, 0x2a, 0x00]],
  ['image/tiff', [0x4d, 0x4d, 0x00, 0x2a]],
  ['image/vnd.adobe.photoshop', [0x38, 0x42, 0x50, 0x53]],
  ['application/postscript', [0x25, 0x21, 0x50, 0x53]],
  ['application/postscript', [0xc5, 0xd0, 0xd3, 0xc6]],
  ['application/zip', [0x50, 0x4b, 0x03, 0x04]],
]

/** Head of the file that virus scanners are tried with. In two parts, or they would take this one for it. */
const virusTest = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE'].join('')

/** The kind of a file by the beginning of its content, never by its name; what is unknown is plain bytes (reliability 42). */
export function mediaTypeOf(head: Uint8Array): string {
  const program = programs.find(([, start]) => beginsWith(head, start))
  if (program !== undefined) return program[0]
  const text = Buffer.from(head.subarray(0, mediaTypeHead)).toString('latin1')
  if (text.trimStart().startsWith(virusTest)) return 'application/x-virus-test'
  const found = signatures.find(([, start]) => beginsWith(head, start))
  if (found !== undefined) return found[0]
  if (text.startsWith('RIFF') && text.slice(8, 12) === 'WEBP') return 'image/webp'
  // Readers of PDF accept some bytes of other programs in front.
  if (text.includes('%PDF-')) return 'application/pdf'
  const markup = text.replace(/^\u00ef\u00bb\u00bf/, '').trimStart()
  if (/^<(?:!DOCTYPE html|html|script)/i.test(markup)) return 'text/html'
  return markup.startsWith('<') && /<svg[\s>]/i.test(markup) ? 'image/svg+xml' : unknownType
}

function beginsWith(head: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, index) => head[index] === byte)
}
