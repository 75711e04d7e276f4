import { describe, expect, test } from 'vitest'
import { jobFoot } from '#renderer/printing/journal/job-foot.ts'
import { heldJobs, needingYou, nextCopy, otherPrinters, questionOf } from '#renderer/printing/journal/journal-view.ts'
import { jobWord } from '#renderer/printing/words/job-word.ts'
import { printerWord } from '#renderer/printing/words/printer-word.ts'
import { printJobStates } from '#shared/printing/print-job-states.ts'
import { printJobRow } from './print-samples.ts'

const everything = { mayAnswer: true, mayPrint: true }

describe('the words of a print job', () => {
  test('[P1] only a print job that was proved or seen is called printed', () => {
    const words = Object.fromEntries(printJobStates.map((state) => [state, jobWord(printJobRow({ state })).word]))
    expect(words).toEqual({
      queued: 'queued',
      sending: 'printing',
      handed_over: 'handedOver',
      unknown: 'unknown',
      failed_before_send: 'failed',
      printed: 'printed',
      cancelled: 'cancelled',
    })
  })

  test('every state has a glyph of another outline', () => {
    const glyphs = printJobStates.map((state) => jobWord(printJobRow({ state })).glyph)
    expect(new Set(glyphs).size).toBe(printJobStates.length)
  })

  test('[P22] what waits or failed says why; what was looked for in vain is not simply cancelled', () => {
    expect(jobWord(printJobRow({ reason: 'paperOut' })).word).toBe('waiting')
    expect(jobWord(printJobRow({ state: 'failed_before_send', reason: 'unreachable' })).word).toBe('failedBecause')
    expect(jobWord(printJobRow({ state: 'cancelled', reason: 'answeredNotThere' })).word).toBe('notThere')
    expect(jobWord(printJobRow({ isHeld: true, reason: 'waitedTooLong' }))).toMatchObject({
      word: 'held',
      tone: 'needs',
    })
  })

  test('[P9] a label printer is out of labels, and low paper is a hint only', () => {
    const label = { state: 'out_of_paper', form: 'label', isPaperLow: false } as const
    expect(printerWord(label)).toEqual({ glyph: 'needs-you', word: 'outOfLabels', needsYou: true })
    expect(printerWord({ state: 'ready', form: 'receipt', isPaperLow: true })).toMatchObject({ needsYou: false })
  })
})

describe('what is offered for a print job', () => {
  test('[P2] what may have left is never retried or moved from the foot', () => {
    for (const state of ['sending', 'unknown', 'handed_over', 'printed', 'cancelled'] as const) {
      const { actions } = jobFoot(printJobRow({ state, bytesSent: 2110 }), everything)
      expect(actions.filter((action) => action === 'retry' || action === 'move')).toEqual([])
    }
  })

  test('[P2] a print job of which no byte left may be retried, moved and cancelled', () => {
    expect(jobFoot(printJobRow({ state: 'failed_before_send' }), everything)).toEqual({
      sentence: 'failed',
      actions: ['retry', 'move', 'preview', 'cancel'],
    })
  })

  test('[P4] one that was held is printed only when a person says so', () => {
    expect(jobFoot(printJobRow({ isHeld: true }), everything).actions).toContain('retry')
    expect(jobFoot(printJobRow(), everything).actions).not.toContain('retry')
  })

  test('[SC6] whoever may not answer sees no answer, and a forgotten paper has no picture', () => {
    const job = printJobRow({ state: 'failed_before_send', hasImage: false })
    expect(jobFoot(job, { mayAnswer: false, mayPrint: false }).actions).toEqual([])
  })
})

describe('the questions on top', () => {
  const first = printJobRow({ id: 'a', state: 'unknown' })
  const second = printJobRow({ id: 'b', state: 'unknown' })

  test('[P2] the latest unknown outcome is asked about, or the one in focus', () => {
    expect(questionOf([first, second], null)).toEqual({ job: first, others: 1 })
    expect(questionOf([first, second], 'b')).toEqual({ job: second, others: 1 })
    expect(questionOf([], 'b')).toBeNull()
  })

  test('[P4] all held print jobs are one question, those on their way are not in it', () => {
    const held = printJobRow({ id: 'h', isHeld: true })
    expect(heldJobs([held, printJobRow(), printJobRow({ isHeld: true, state: 'sending' })])).toEqual([held])
  })

  test('what needs a person is what is unknown, failed or held', () => {
    expect(needingYou({ unknown: 1, failed: 2, held: 4 })).toBe(7)
  })

  test('[P2] a reprint says which copy it will be; labels carry no copy tag', () => {
    expect(nextCopy(printJobRow({ copy: 2 }))).toBe(3)
    expect(nextCopy(printJobRow({ form: 'label' }))).toBeNull()
  })

  test('another printer is one that can print the paper, the same form first, never the one it was at', () => {
    const printers = [
      { id: 'office', form: 'page' },
      { id: 'receipt-1', form: 'receipt' },
      { id: 'receipt-2', form: 'receipt' },
      { id: 'label', form: 'label' },
    ] as const
    expect(otherPrinters(printJobRow(), printers, ['page', 'receipt']).map(({ id }) => id)).toEqual([
      'receipt-2',
      'office',
    ])
  })
})
