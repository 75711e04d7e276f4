// A station that prints, as a process of its own: `print-station.ts <PrintStationWishes as JSON>`. On its input, line by line:
// `{"arm": {title: step}}`, `{"frame": {...}}` and `"end"`; it says `open`, `reply <frame>`, `reached <title>` (a paper is held
// at its step), `passed <title>` (its printer let it come no further) and `problem`.
import { randomBytes } from 'node:crypto'
import { writeSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { setTimeout as later } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { v7 as uuidv7 } from 'uuid'
import { createApp } from '#main/app/create-app.ts'
import { productChores } from '#main/app/product-chores.ts'
import { systemClock } from '#main/platform/clock/clock.ts'
import { createTranslate } from '#main/platform/translate/translate.ts'
import { type Chores, inlineChores } from '#main/platform/workers/chores.ts'
import type { DrawTask } from '#main/printing/draw-paper.ts'
import { ippLimits } from '#main/printing/drivers/ipp/ipp-line.ts'
import { openPrinter } from '#main/printing/drivers/printer-driver.ts'
import { programRunner } from '#main/printing/drivers/run-program.ts'
import { systemPorts } from '#main/printing/drivers/system-ports.ts'
import { tcpLimits } from '#main/printing/drivers/tcp-connection.ts'
import { accepted } from '#shared/kernel/result.ts'
import type { PrinterProfile } from '#shared/printing/printer-profile.ts'
import { printingOnly } from './fault-paper.ts'
import type { PrintStationLine, PrintStationWishes } from './print-station-process.ts'
import { armSteps, steppedPrinter, watchSteps } from './print-steps.ts'
import { haltedRun, spoolerOutside } from './spoolers-outside.ts'

const wishes = JSON.parse(process.argv[2] ?? '') as PrintStationWishes
const say = (...words: readonly string[]): void => {
  writeSync(1, `${words.join(' ')}\n`)
}
watchSteps((word, title) => say(word, title))

/** Draws as ever, but for the paper that has no bytes at all: no printer's language can say so little. */
function chores(): Chores {
  const all = inlineChores(productChores)
  const nothing = accepted({ bytes: new Uint8Array(0), warnings: [], pages: 1 })
  return {
    ...all,
    run: <Output>(name: string, input: unknown) => {
      const isNothing = name === 'printing.draw' && (input as DrawTask).document.title.startsWith('nothing')
      return isNothing ? Promise.resolve(nothing as Output) : all.run<Output>(name, input)
    },
  }
}

const run = haltedRun(programRunner(10_000, { ...process.env, ...wishes.environment }))
const cups = { run, now: Date.now, wait: (milliseconds: number) => later(milliseconds), limit: 20_000, poll: 100 }
const limits = { ...tcpLimits, connect: 1000, status: 500, stall: 6000, poll: 40, linger: 1000, settle: 60 }
const printerPorts = {
  ...{ now: Date.now, cups, limits, platform: process.platform },
  ippLimits: { ...ippLimits, answer: 2000, documentAnswer: 3000, busy: 1000, job: 1500, poll: 60 },
  devices: { user: 'femke', sys: '/sys', groups: '/etc/group' },
  windows: wishes.spooled === null ? null : spoolerOutside(wishes.spooled),
}

/** The device as it is called in a profile lies elsewhere on a computer without one. */
function placed(profile: PrinterProfile): PrinterProfile {
  const { transport } = profile
  if (!('path' in transport) || transport.by === 'ipp') return profile
  const path = wishes.paths[transport.path] ?? transport.path
  return { ...profile, transport: { ...transport, path } } as PrinterProfile
}

const app = createApp(
  {
    dataFolder: wishes.folder,
    clock: systemClock,
    newId: uuidv7,
    randomBytes: (count) => randomBytes(count),
    owner: { pid: process.pid, host: 'torture' },
    version: '0.0.0-torture',
    chores: chores(),
    translate: createTranslate(fileURLToPath(new URL('../../resources/locales', import.meta.url))),
    log: { info: () => {}, problem: (event, facts) => say('problem', event, String(facts.error ?? facts.code)) },
    upkeep: { idleCheckpointMilliseconds: 50, wholeCheckMilliseconds: 3_600_000 },
  },
  printingOnly(() => ({
    ...systemPorts(),
    openPrinter: (profile) => steppedPrinter(openPrinter(placed(profile), printerPorts)),
    run,
    // Nobody asks a printer while a paper is held on its way to it.
    pollEvery: 3_600_000,
    pollAtWorkEvery: 3_600_000,
    allowedPorts: Array.from({ length: 65_535 }, (_, port) => port + 1),
  })),
)
const token = app.sessions.open('run', app.firstAdministrator())
say('open')

createInterface({ input: process.stdin })
  // Who started it is gone.
  .on('close', () => process.exit(1))
  .on('line', async (text) => {
    const line = JSON.parse(text) as PrintStationLine
    if (line === 'end') process.exit(await app.close().then(() => 0))
    if ('arm' in line) armSteps(line.arm)
    else say('reply', JSON.stringify({ at: line.frame.id, reply: await app.handle(token, line.frame) }))
  })
