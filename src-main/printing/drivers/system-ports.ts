import { setTimeout as later } from 'node:timers/promises'
import { printerPorts } from '#shared/printing/printer-profile.ts'
import type { SpoolPorts } from '../spool-ports.ts'
import { cupsLimits } from './cups-sender.ts'
import { openPrinter } from './printer-driver.ts'
import { programRunner } from './run-program.ts'

/** Real printers, real time. */
export function systemPorts(): SpoolPorts {
  const run = programRunner(20_000, process.env)
  const cups = { run, now: Date.now, wait: (milliseconds: number) => later(milliseconds), ...cupsLimits }
  return {
    openPrinter: (profile) => openPrinter(profile, { now: Date.now, cups }),
    run,
    after: (milliseconds, work) => {
      const timer = setTimeout(work, milliseconds)
      timer.unref()
      return () => clearTimeout(timer)
    },
    pollEvery: 10_000,
    allowedPorts: printerPorts,
  }
}
