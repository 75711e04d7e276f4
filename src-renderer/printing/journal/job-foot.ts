import type { PrintJobRow } from '../words/job-word.ts'

export type JobAction = 'retry' | 'move' | 'preview' | 'cancel' | 'notNeeded' | 'again' | 'openOrder'

export interface JobFoot {
  /** Under `screen.foot.` in the texts. */
  readonly sentence: string
  readonly actions: readonly JobAction[]
}

interface Rights {
  readonly mayAnswer: boolean
  readonly mayPrint: boolean
}

const changing: ReadonlySet<JobAction> = new Set(['retry', 'move', 'cancel', 'notNeeded'])

/**
 * What can be done with one print job, and why nothing more: only what cannot make a second paper by accident (P2). What
 * may have left is asked about on top of the journal, never retried.
 */
export function jobFoot(job: PrintJobRow, { mayAnswer, mayPrint }: Rights): JobFoot {
  const { sentence, actions } = footOf(job)
  const offered = actions.filter((action) => {
    if (changing.has(action)) return mayAnswer
    if (action === 'again') return mayPrint && job.orderNumber !== ''
    if (action === 'preview') return job.hasImage
    return action !== 'openOrder' || job.orderNumber !== ''
  })
  return { sentence, actions: offered }
}

function footOf({ state, isHeld, reason, bytesSent }: PrintJobRow): JobFoot {
  switch (state) {
    case 'queued':
      if (isHeld) return { sentence: 'held', actions: ['retry', 'move', 'preview', 'cancel'] }
      return { sentence: reason === null ? 'queued' : 'waiting', actions: ['move', 'preview', 'cancel'] }
    case 'sending':
      return { sentence: 'printing', actions: ['preview'] }
    case 'failed_before_send':
      return {
        sentence: bytesSent === 0 ? 'failed' : 'failedPartly',
        actions: ['retry', 'move', 'preview', 'cancel'],
      }
    case 'unknown':
      return { sentence: 'unknown', actions: ['notNeeded', 'preview'] }
    case 'handed_over':
      return { sentence: 'handedOver', actions: ['openOrder', 'again', 'preview'] }
    case 'printed':
      return { sentence: 'printed', actions: ['openOrder', 'again', 'preview'] }
    case 'cancelled':
      return { sentence: reason === 'answeredNotThere' ? 'notThere' : 'cancelled', actions: ['openOrder', 'preview'] }
  }
}
