import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openPrinter } from '#main/printing/drivers/printer-driver.ts'
import type { RunProgram } from '#main/printing/drivers/run-program.ts'
import { winspoolBy } from '#main/printing/drivers/windows/winspool.ts'
import type { InputFor } from '#shared/contract.ts'
import { openIppPrinter } from '#tests/support/ipp-printer.ts'
import { createPrintShop, type PrintShop } from '#tests/support/print-shop.ts'
import { officePrinter, receiptPrinter } from '#tests/support/printer-profiles.ts'
import { withPerson } from '#tests/support/test-shop.ts'
import { windowsStandIn } from '#tests/support/windows-spooler.ts'

const receipt = 'payments.orderReceipt'
const [epson, laser] = ['usb://EPSON/TM-T88V?serial=J7', 'ipp://office.local/ipp/print']
/** The spoolers of two computers, scripted: what stands behind their one queue, and what came to it. */
let device: string
let papers: number
let windows: ReturnType<typeof windowsStandIn>
let shop: PrintShop

const run: RunProgram = async (program, args) => {
  const answer = (out: string) => ({ code: 0, isMissing: false, out, error: '' })
  if (program === 'lp') {
    papers += 1
    return answer('request id is Bon-7 (1 file(s))\n')
  }
  if (args.includes('-o')) return answer('')
  const state = args.includes('-p') ? 'printer Bon is idle.  enabled since today\n\tAlerts: none\n' : ''
  return answer(`${state}device for Bon: ${device}\n`)
}

beforeEach(async () => {
  device = epson
  papers = 0
  windows = windowsStandIn()
  windows.queues.set('Bon', { status: 0, attributes: 0, driver: 'EPSON TM-T88V Receipt', port: 'USB001' })
  shop = await createPrintShop()
  shop.openWith((profile) =>
    openPrinter(profile, {
      now: Date.now,
      cups: { run, now: Date.now, wait: () => Promise.resolve(), limit: 1000, poll: 1 },
      platform: 'linux',
      devices: { user: 'femke', sys: '/sys', groups: '/etc/group' },
      windows: { winspool: winspoolBy(windows.koffi), pagePrinter: null, temporaryFolder: '/nowhere' },
    }),
  )
})
afterEach(async () => {
  expect(shop.problems).toEqual([])
  await shop.close()
})

const look = async () => {
  shop.timers.fire()
  return (await shop.query('printer.list', {})).printers[0]
}
const isReady = (printer: Awaited<ReturnType<typeof look>>) => printer?.state === 'ready'
const { id: _receipt, ...bon } = receiptPrinter()
type Queue = Extract<InputFor<'printer.add'>['profile'], { language: 'escpos' }>['transport']

const xps = 'Microsoft XPS Document Writer v4'
const roads: readonly {
  readonly name: string
  readonly queue: Queue
  readonly known: string
  readonly replace: () => void
  readonly now: string
  readonly came: () => number
}[] = [
  {
    name: 'CUPS',
    queue: { by: 'cups', queue: 'Bon', server: null },
    known: epson,
    replace: () => {
      device = laser
    },
    now: laser,
    came: () => papers,
  },
  {
    name: 'Windows',
    queue: { by: 'windows', queue: 'Bon' },
    known: 'EPSON TM-T88V Receipt (USB001)',
    replace: () => windows.queues.set('Bon', { status: 0, attributes: 0, driver: xps, port: 'PORTPROMPT:' }),
    now: `${xps} (PORTPROMPT:)`,
    came: () => windows.jobs.length,
  },
]

describe('a printer behind whose queue another device was put', () => {
  test.each(roads)(
    '[P19][bad input 93][PR89] of $name gets nothing until a person says that it is the one',
    async ({ queue, known, replace, now, came }) => {
      const { id: printerId } = await shop.local('printer.add', { profile: { ...bon, transport: queue } })
      const fresh = await shop.until(look, isReady)
      expect(fresh?.profile.transport).toEqual({ ...queue, behind: known })
      const order = await shop.order()
      const [first = ''] = await shop.print(receipt, order.id, printerId)
      expect(await shop.settled(first)).toMatchObject({ state: 'handed_over' })
      expect(came()).toBe(1)

      replace()
      const [second = ''] = await shop.print(receipt, (await shop.order()).id, printerId)
      const unsent = { state: 'failed_before_send', reason: 'otherPrinter', detail: now, bytesSent: 0 }
      expect(await shop.settled(second)).toMatchObject(unsent)
      expect(await shop.until(look, (printer) => printer?.state === 'blocked')).toMatchObject({
        ...{ reason: 'otherPrinter', profile: { transport: { behind: known } } },
      })
      // What it was is never overwritten by looking at it, however often.
      await look()
      await shop.local('printJob.retry', { ids: [second] })
      expect(await shop.settled(second)).toMatchObject(unsent)
      expect(came()).toBe(1)

      await shop.local('printer.accept', { id: printerId })
      expect((await shop.until(look, isReady))?.profile.transport).toEqual({ ...queue, behind: now })
      await shop.local('printJob.retry', { ids: [second] })
      await shop.until(
        () => shop.job(second),
        (job) => job.state === 'handed_over',
      )
      expect(came()).toBe(2)
    },
  )

  test('[P19][bad input 93][PR89] changes its name here without being forgotten, and another queue is learned anew', async () => {
    const queue = { by: 'cups', queue: 'Bon', server: null } as const
    const { id } = await shop.local('printer.add', { profile: { ...bon, transport: queue } })
    const known = await shop.until(look, isReady)
    const transport = { ...queue, behind: epson }
    expect(known?.profile.transport).toEqual(transport)
    await shop.local('printer.change', { id, profile: { ...bon, name: 'Balie', transport } })
    device = laser
    await shop.until(look, (printer) => printer?.reason === 'otherPrinter')
    await shop.local('printer.change', { id, profile: { ...bon, transport: { ...queue, queue: 'Kyocera' } } })
    const chosen = await shop.until(look, isReady)
    expect(chosen?.profile.transport).toEqual({ ...queue, queue: 'Kyocera', behind: laser })
  })
})

describe('the word of a person that another printer is the one', () => {
  test('[P19][bad input 93][PR89][PR32] is the same for a printer on the network', async () => {
    const office = await openIppPrinter()
    const to = { by: 'ipp', host: '127.0.0.1', port: office.port, path: '/ipp/print', isSecure: false } as const
    const { id: _, ...profile } = officePrinter({ ...to, identity: null })
    const { id } = await shop.local('printer.add', { profile })
    await shop.until(look, isReady)
    office.uuid = 'urn:uuid:00000000-0000-4000-8000-000000000002'
    await shop.until(look, (printer) => printer?.reason === 'otherPrinter')
    await shop.local('printer.accept', { id })
    const identity = { uuid: office.uuid, certificate: null }
    expect((await shop.until(look, isReady))?.profile.transport).toEqual({ ...to, identity })
    await office.close()
  })

  test('[P19][bad input 93][PR89] needs the right to change printers, and a printer', async () => {
    const transport = { by: 'cups', queue: 'Bon', server: null } as const
    const { id } = await shop.local('printer.add', { profile: { ...bon, transport } })
    expect(await shop.refusal('local', 'printer.accept', { id: '01980000-0000-7000-8000-000000000000' })).toMatchObject(
      { code: 'notFound.printer' },
    )
    await withPerson(shop, 'warehouse')
    expect(await shop.refusal('local', 'printer.accept', { id })).toEqual({
      ...{ code: 'permission.missing', params: { permission: 'printer.change' } },
    })
  })
})
