import { existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as later } from 'node:timers/promises'
import { printerPorts } from '#shared/printing/printer-profile.ts'
import { pollTimes, type SpoolPorts } from '../spool-ports.ts'
import { cupsLimits } from './cups-sender.ts'
import { searchRounds } from './discovery/network-search.ts'
import { dnsGroup, udpMulticast } from './discovery/udp-multicast.ts'
import { openPrinter } from './printer-driver.ts'
import { recogniseOverTcp } from './recognise-printer.ts'
import type { WindowsSpooler } from './road.ts'
import { programRunner } from './run-program.ts'
import { nameOfSpooler } from './spooler-advice.ts'
import { type PagePrinter, sumatraPrinter } from './windows/windows-pages.ts'
import { systemWinspool } from './windows/winspool.ts'

/** Real printers, real time. */
export function systemPorts(pagePrinter: PagePrinter | null = null): SpoolPorts {
  const run = programRunner(20_000, process.env)
  const cups = { run, now: Date.now, wait: (milliseconds: number) => later(milliseconds), ...cupsLimits }
  // Without a name the terminal puts in its own.
  const devices = { user: process.env.USER ?? '$USER', sys: '/sys', groups: '/etc/group' }
  const { platform } = process
  const windows = windowsSpooler(platform, pagePrinter)
  const ports = { now: Date.now, cups, platform, devices, windows }
  const winspool = windows?.winspool ?? null
  return {
    openPrinter: (profile) => openPrinter(profile, ports),
    run,
    computer: { platform, deviceFolder: '/dev', facts: devices, winspool, spoolerName },
    after: (milliseconds, work) => {
      const timer = setTimeout(work, milliseconds)
      timer.unref()
      return () => clearTimeout(timer)
    },
    ...pollTimes,
    allowedPorts: printerPorts,
    network: { openMulticast: udpMulticast(dnsGroup), rounds: searchRounds },
    recognise: recogniseOverTcp(),
  }
}

/** The spooler of this computer, by its socket where it has one. */
async function spoolerName(): Promise<string | null> {
  const bySocket = await nameOfSpooler({ socketPath: '/run/cups/cups.sock' }, 1000)
  return bySocket ?? nameOfSpooler({ host: 'localhost', port: 631 }, 1000)
}

/** Rasters that a slow computer makes of a hundred pages take their time. */
const pageLimit = 180_000

function windowsSpooler(platform: NodeJS.Platform, shell: PagePrinter | null): WindowsSpooler | null {
  const winspool = systemWinspool(platform)
  if (winspool === null) return null
  const own = sumatraBeside(process.execPath, process.env.COUNTERPROOF_SUMATRA_PDF)
  const pagePrinter = own === null ? shell : sumatraPrinter(own, programRunner(pageLimit, process.env))
  return { winspool, pagePrinter, temporaryFolder: tmpdir() }
}

function sumatraBeside(program: string, configured: string | undefined): string | null {
  const places = [configured ?? '', join(dirname(program), 'SumatraPDF.exe')]
  return places.find((path) => path !== '' && existsSync(path)) ?? null
}
