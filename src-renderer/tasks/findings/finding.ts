import type { OutputFor } from '#shared/contract.ts'

/** A finding as its page has it. */
export type Finding = OutputFor<'finding.get'>
