import { useState } from 'react'
import { type Problem, useCommand, useLocal, useQuery } from '#renderer/client/index.ts'
import type { InputFor, OutputFor } from '#shared/contract.ts'
import type { PrintJobRow } from '../words/job-word.ts'
import type { PrinterRow } from '../words/printer-word.ts'
import { afterStrip } from './test-answer.ts'

type What = NonNullable<InputFor<'printer.test'>['what']>
type Changed = NonNullable<InputFor<'printer.change'>['profile']>
type Line = OutputFor<'printer.test'>['lines'][number]

export interface PrinterTest {
  /** The printer that is being tested; one at a time, since its answers are digits. */
  readonly printerId: string | null
  readonly what: What
  readonly lines: Line[]
  /** What each label of the darkness test was printed with. */
  readonly levels: readonly number[]
  /** A queue on the way that has a driver (P14). */
  readonly queueWithDriver: string | null
  /** The test's own print job, once the queue shows it. */
  readonly job: PrintJobRow | undefined
  readonly start: (printer: PrinterRow, what: What) => void
  /** A person looked at the paper. */
  readonly say: (printer: PrinterRow, cameOut: boolean) => void
  /** Which line of the strip reads right; null: none. */
  readonly chooseLine: (printer: PrinterRow, line: Line | null) => void
  /** What a person saw, with the profile that follows from it; false when it was not kept. */
  readonly keep: (printer: PrinterRow, profile: Changed | null, cameOut: boolean) => Promise<boolean>
  readonly close: () => void
  readonly isBusy: boolean
  readonly problem: Problem | null
}

interface Running {
  readonly printerId: string
  readonly printJobId: string
  readonly what: What
  readonly lines: Line[]
  readonly levels: readonly number[]
  readonly queueWithDriver: string | null
}

/** One test from its first byte to what a person says came out. */
export function usePrinterTest(): PrinterTest {
  const testing = useLocal('printer.test')
  const confirming = useLocal('printer.confirmTest')
  const changing = useLocal('printer.change')
  const answering = useCommand('printJob.answer')
  const [running, setRunning] = useState<Running | null>(null)
  const own = useQuery(
    'printJob.list',
    { documentId: running?.printerId ?? null, limit: 5 },
    { isWanted: running !== null, dropsLast: true },
  )
  const job = own.value?.rows.find(({ id }) => id === running?.printJobId)
  const all = [testing, confirming, changing, answering]

  const start: PrinterTest['start'] = async ({ id }, what) => {
    const made = await testing.run({ id, what })
    if (made.ok) setRunning({ printerId: id, what, ...made.value })
  }
  const say: PrinterTest['say'] = async ({ id }, cameOut) => {
    // What the queue asks about the same sheet of paper is answered with it.
    if (job?.state === 'unknown') await answering.run({ id: job.id, answer: cameOut ? 'came_out' : 'cancel' })
    await confirming.run({ id, cameOut })
    setRunning(null)
  }
  const chooseLine: PrinterTest['chooseLine'] = async (printer, line) => {
    if (printer.profile.language !== 'escpos') return
    const changed = await changing.run({ id: printer.id, profile: afterStrip(printer.profile, line) })
    if (changed.ok) say(printer, true)
  }
  const keep: PrinterTest['keep'] = async (printer, profile, cameOut) => {
    if (profile !== null && !(await changing.run({ id: printer.id, profile })).ok) return false
    if (job?.state === 'unknown') await answering.run({ id: job.id, answer: cameOut ? 'came_out' : 'cancel' })
    return (await confirming.run({ id: printer.id, cameOut })).ok
  }
  return {
    printerId: running?.printerId ?? null,
    what: running?.what ?? 'page',
    lines: running?.lines ?? [],
    levels: running?.levels ?? [],
    queueWithDriver: running?.queueWithDriver ?? null,
    job,
    start,
    say,
    chooseLine,
    keep,
    close: () => setRunning(null),
    isBusy: all.some(({ isPending }) => isPending),
    problem: all.find(({ problem }) => problem !== null)?.problem ?? null,
  }
}
