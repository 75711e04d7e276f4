import { randomUUID } from 'node:crypto'
import { copyFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import type { WindowsSpooler } from '#main/printing/drivers/road.ts'
import type { RunProgram } from '#main/printing/drivers/run-program.ts'
import { winspoolBy } from '#main/printing/drivers/windows/winspool.ts'
import { windowsStandIn } from '#tests/support/windows-spooler.ts'
import { gate, isHalfway } from './print-steps.ts'

/** `lp` is a program of its own: it goes on with what it was given when the station that called it is gone. */
export function haltedRun(run: RunProgram): RunProgram {
  return (program, args, input) => {
    const call = () => run(program, args, input)
    if (program !== 'lp') return call()
    const begun = () => {
      void call()
      return gate('partly', call)
    }
    return isHalfway() ? begun() : gate('sending', () => gate('allGone', call))
  }
}

/**
 * The spooler of Windows as far as it is its own program: what was given to it whole lies in a folder and outlives the
 * station. What was not finished is thrown away, as the spooler does with the papers of a program that is gone.
 */
export function spoolerOutside(folder: string): WindowsSpooler {
  const standIn = windowsStandIn()
  standIn.queues.set('Receipts', { status: 0, attributes: 0, driver: 'Generic / Text Only' })
  standIn.queues.set('Office', { status: 0, attributes: 0, driver: 'Kyocera' })
  const winspool = winspoolBy(standIn.koffi)
  return {
    winspool: {
      ...winspool,
      write: (handle, bytes) => gate('sending', () => winspool.write(handle, bytes)),
      endRaw: (handle) =>
        gate('partly', () =>
          gate('allGone', async () => {
            const job = standIn.jobs.at(-1)
            if (job !== undefined)
              writeFileSync(join(folder, `${randomUUID()} ${job.document}`), Uint8Array.from(job.bytes))
            return winspool.endRaw(handle)
          }),
        ),
    },
    pagePrinter: {
      print: ({ file }) =>
        gate('sending', () =>
          gate('allGone', async () => {
            copyFileSync(file, join(folder, `${randomUUID()} ${basename(file)}`))
            return { ok: true as const }
          }),
        ),
    },
    temporaryFolder: tmpdir(),
  }
}
