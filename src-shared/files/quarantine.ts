import { fileExtension } from './file-name.ts'
import type { QuarantineReason } from './file-record.ts'

const programTypes: ReadonlySet<string> = new Set([
  'application/vnd.microsoft.portable-executable',
  'application/x-elf',
  'application/x-mach-binary',
  'application/x-ms-shortcut',
  'text/x-shellscript',
])

/** Names that systems start when somebody opens them. */
const programNames: ReadonlySet<string> = new Set(
  'app bat chm cmd cpl dll exe hta iso jar js jse lnk msc msi msp pif ps1 reg scr sh sys vb vbe vbs wsf wsh'.split(' '),
)

/** What a name promises. Kinds whose content is not told apart are not here: they promise nothing we can check. */
const promised: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  webp: 'image/webp',
  gif: 'image/gif',
  tif: 'image/tiff',
  tiff: 'image/tiff',
  psd: 'image/vnd.adobe.photoshop',
}

/** FI3: whether a file is set apart, by its content first and its name second. */
export function quarantineOf(mediaType: string, name: string): QuarantineReason | null {
  if (mediaType === 'application/x-virus-test') return 'malware'
  if (programTypes.has(mediaType)) return 'executable'
  const extension = fileExtension(name)
  const isKnown = Object.values(promised).includes(mediaType)
  if (programNames.has(extension)) return isKnown ? 'otherContent' : 'executable'
  const expected = promised[extension]
  return expected === undefined || expected === mediaType ? null : 'otherContent'
}
