import type { Id } from '#shared/kernel/ids.ts'

export type FileId = Id<'File'>

/** What a file is for: artwork to produce, the shop's logo, a paper that was issued. */
export const fileKinds = ['artwork', 'logo', 'paper'] as const
export type FileKind = (typeof fileKinds)[number]

/**
 * Why a file is set apart: a program or a virus test file whatever its name says, or content of another kind than the
 * name promises. It is kept unaltered, shown as set apart, never opened and never previewed (reliability 42).
 */
export const quarantineReasons = ['executable', 'malware', 'otherContent'] as const
export type QuarantineReason = (typeof quarantineReasons)[number]

/** Kinds of content that a preview can be drawn of. */
export const previewableTypes = ['application/pdf', 'image/png', 'image/jpeg', 'image/webp'] as const

export function isPreviewable(mediaType: string, quarantine: QuarantineReason | null): boolean {
  return quarantine === null && previewableTypes.some((each) => each === mediaType)
}

/** Why there is no picture of a file. */
export const previewProblems = [
  'notPreviewable',
  'quarantined',
  'damaged',
  'encrypted',
  'withoutPages',
  'emptyPage',
  'pageTooLarge',
  'tooManyPixels',
  'fileTooLarge',
  'tooSlow',
  'tooHeavy',
] as const
export type PreviewProblem = (typeof previewProblems)[number]

/** What a person should know of a PDF before producing it; none of it was carried out (reliability 43). */
export const previewNotes = ['scripts', 'attachments', 'restricted'] as const
export type PreviewNote = (typeof previewNotes)[number]

export const largestFile = 4 * 1024 ** 3
/** Most bytes of one piece of an upload, before base64. */
export const largestPiece = 256 * 1024
