import type { z } from 'zod'
import type { previewOutput } from '#shared/files/contract.ts'
import type { PreviewProblem } from '#shared/files/file-record.ts'

/** What is known of a file's picture. */
export type Preview = z.output<typeof previewOutput>

/** A drawn page before it is put into the store, or why there is none. */
export type Drawing =
  | (Omit<Preview, 'previewHash' | 'problem'> & { readonly png: Uint8Array })
  | { readonly problem: PreviewProblem }

export function withoutPicture(problem: PreviewProblem): Preview {
  return { previewHash: null, widthMm10: null, heightMm10: null, pages: null, problem, notes: [] }
}
