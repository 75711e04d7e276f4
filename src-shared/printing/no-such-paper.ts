import { type Refusal, type Result, refused } from '../kernel/result.ts'

/** PR88: the document has no paper of this kind, which is no mishap: no shipping label of what is picked up. */
export function noSuchPaper(code: string): Result<never> {
  return refused(code, { hasNone: true })
}

export function isNoSuchPaper({ params }: Refusal): boolean {
  return params?.hasNone === true
}
