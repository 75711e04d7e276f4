import type { ClientFrame, ServerFrame } from '#shared/kernel/contract.ts'

/** Most bytes that the host reads as one message; what is larger travels as a file, in pieces. */
export const largestFrame = 1024 * 1024

/** The host would end the connection over it, so that the answer is given here. */
export function tooLarge(frame: ClientFrame): ServerFrame {
  return { id: frame.id, ok: false, refusal: { code: 'input.tooLarge', params: { limit: largestFrame } } }
}
