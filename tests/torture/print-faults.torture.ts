import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type TestContext, test } from 'vitest'
import { openCupsServer } from '#tests/support/cups-server.ts'
import { openPipePrinter, openTerminalPrinter } from '#tests/support/device-stand-in.ts'
import { pdfText } from '#tests/support/pdf-tools.ts'
import { createTestShop } from '#tests/support/test-shop.ts'
import { type PaperSize, paperSizes, printingOnly } from './fault-paper.ts'
import {
  cupsDevices,
  type FaultDevice,
  folderDevice,
  ippDevice,
  lineDevice,
  tcpDevice,
  windowsDevices,
} from './print-devices.ts'
import { type FaultCase, liveAndDie, livesOf, type PrintWorld, type Tally } from './print-lives.ts'
import { printStation } from './print-station-process.ts'
import { type PrintStep, printSteps } from './print-step-names.ts'
import { writeReport } from './torture-report.ts'

const isFull = process.env.COUNTERPROOF_TORTURE === 'full'

test('[P1] [P2] [P5] [PR22] kill -9 at each step of a print job: never more than one whole copy unless a person said so, nothing lost', async () => {
  const devices = await Promise.all([
    ...(['ok', 'slow', 'asb', 'paperout', 'cover', 'reset'] as const).map((mode) => tcpDevice(mode)),
    tcpDevice('mute', 'none'),
  ])
  await matrix('TCP 9100', devices, isFull ? everyCase(devices) : someCases(devices))
})

test.runIf(isFull)(
  '[P1] [P2] [P5] the same over the other roads, each as far as this computer has it',
  async (context) => {
    const folder = mkdtempSync(join(tmpdir(), 'counterproof-devices-'))
    const places = { folder: join(folder, 'hot'), spooled: join(folder, 'spooled') }
    for (const place of Object.values(places)) mkdirSync(place)
    const lines = await openLines(context)
    const devices = [
      ...(await Promise.all(
        (['mute', 'half', 'garbage', 'blackhole', 'paperoutMidway'] as const).map((mode) => tcpDevice(mode)),
      )),
      ...(await Promise.all(
        (['none', 'mediaEmpty', 'answerLost', 'resetMidDocument', 'withoutWord', 'aborts', 'hangs'] as const).map(
          ippDevice,
        ),
      )),
      ...lines.devices,
      folderDevice(places.folder),
      ...windowsDevices(places.spooled),
    ]
    await matrix('IPP, device files, serial lines, folders, the spooler of Windows', devices, everyCase(devices), {
      ...{ paths: lines.paths, spooled: places.spooled },
    })
    rmSync(folder, { recursive: true, force: true })
  },
)

test.runIf(isFull)(
  '[P1] [P2] [P5] the same through a real CUPS, to a printer of bytes and an office printer',
  async (context) => {
    const cups = await openCupsServer(context)
    try {
      const devices = await cupsDevices(cups, (file) => pdfText(context, file))
      await matrix('CUPS', devices, everyCase(devices))
    } finally {
      await cups.close()
    }
  },
)

/** Every device, every size it takes, every step. */
function everyCase(devices: readonly FaultDevice[]): readonly FaultCase[] {
  return printSteps.flatMap((step) =>
    devices.flatMap((device) => device.sizes.map((size): FaultCase => ({ device, size, step }))),
  )
}

/** Four lives for `npm test`, in which each mode, each size and each step occurs; by device: ok, slow, asb, paperout, … */
const chosenCases: readonly (readonly (readonly [PrintStep, PaperSize])[])[] = [
  paperSizes.flatMap((size) => Array.from({ length: 3 }, () => ['wish', size] as const)).slice(0, 7),
  paperSizes.flatMap((size) => Array.from({ length: 3 }, () => ['queued', size] as const)).slice(-7),
  [
    ['asked', 'large'],
    ['partly', 'large'],
    ['allGone', 'small'],
    ['rest', 'small'],
    ['drawn', 'large'],
    ['rest', 'large'],
    ['sending', 'small'],
  ],
  [
    ['settled', 'small'],
    ['answered', 'small'],
    ['partly', 'small'],
    ['drawn', 'nothing'],
    ['rest', 'nothing'],
    ['partly', 'small'],
    ['allGone', 'large'],
  ],
]

function someCases(devices: readonly FaultDevice[]): readonly FaultCase[] {
  return chosenCases.flatMap((life) =>
    devices.flatMap((device, place): FaultCase[] => {
      const [step, size] = life[place] ?? []
      return step === undefined || size === undefined ? [] : [{ device, size, step }]
    }),
  )
}

async function openLines(context: Pick<TestContext, 'skip'>) {
  const [pipe, ...terminals] = await Promise.all([
    openPipePrinter(context),
    ...(['ok', 'paperOut', 'mute'] as const).map((mode) => openTerminalPrinter(context, mode)),
  ])
  const [ok, out, mute] = terminals
  if (ok === undefined || out === undefined || mute === undefined) throw new Error('there are three lines')
  const paths = {
    '/dev/usb/lp7': pipe.path,
    '/dev/ttyUSB7': ok.path,
    '/dev/ttyUSB8': out.path,
    '/dev/ttyUSB9': mute.path,
  }
  const devices = [
    lineDevice('usb', '/dev/usb/lp7', pipe, 'ok', () => undefined),
    lineDevice('serial', '/dev/ttyUSB7', ok, 'ok', ok.become),
    lineDevice('serial', '/dev/ttyUSB8', out, 'paperOut', out.become),
    lineDevice('serial', '/dev/ttyUSB9', mute, 'mute', mute.become),
  ]
  return { paths, devices }
}

async function matrix(
  what: string,
  devices: readonly FaultDevice[],
  cases: readonly FaultCase[],
  more: { readonly paths?: Readonly<Record<string, string>>; readonly spooled?: string } = {},
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'counterproof-faults-'))
  const shop = await createTestShop({ folder, modules: printingOnly() })
  await shop.close()
  const { paths = {}, spooled = null } = more
  const station = printStation({ folder, paths, spooled, environment: {} })
  const tally: Tally = { kills: 0, cases: 0, reached: 0, triedAgain: 0, asked: 0, printedAgain: 0, papers: 0 }
  try {
    await station.start()
    const printerIds = new Map<FaultDevice, string>()
    for (const device of devices) {
      printerIds.set(device, (await station.local('printer.add', { profile: device.profile })).id)
    }
    const world: PrintWorld = { folder, station, printerIds }
    for (const life of livesOf(cases)) await liveAndDie(world, life, tally)
    await station.end()
    expect(tally.cases).toBe(cases.length)
    writeReport(`kill -9 at each step of a print job (P1, P2, P5): ${what}`, {
      ...{ devices: devices.length, cases: tally.cases, 'killed exactly at their step': tally.reached },
      ...{ kills: tally.kills, 'tried again by themselves or by a person': tally.triedAgain },
      ...{ 'asked about': tally.asked, 'printed again because a person said so': tally.printedAgain, failures: 0 },
    })
  } finally {
    await station.kill()
    for (const device of devices) await device.close()
    rmSync(folder, { recursive: true, force: true })
  }
}
