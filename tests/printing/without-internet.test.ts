import dns from 'node:dns'
import { Socket } from 'node:net'
import { afterEach, expect, it, vi } from 'vitest'
import { inlineChores } from '#main/platform/workers/chores.ts'
import { printingChores } from '#main/printing/chores.ts'
import { drawing } from '#main/printing/drawing.ts'
import { openPrinter } from '#main/printing/drivers/printer-driver.ts'
import { tcpLimits } from '#main/printing/drivers/tcp-connection.ts'
import { labelPrinter, officePrinter, receiptPrinter, tsplPrinter } from '#tests/support/printer-profiles.ts'
import { openPrinterSink } from '#tests/support/printer-sink.ts'
import { shippingLabel } from '#tests/support/sample-label.ts'
import { orderConfirmation } from '#tests/support/sample-pages.ts'
import { sampleReceipt } from '#tests/support/sample-receipt.ts'

afterEach(() => vi.restoreAllMocks())

/** Every place that this process tries to reach while it is listened to, by whatever means. */
function placesReached(): readonly string[] {
  const places: string[] = []
  const { connect } = Socket.prototype
  vi.spyOn(Socket.prototype, 'connect').mockImplementation(function (this: Socket, ...args: unknown[]) {
    // Node hands on what it was given as a list of its own.
    const [first] = args.flat()
    const {
      host = '',
      port = '',
      path = '',
    } = (typeof first === 'object' ? first : { port: first }) as {
      readonly host?: string
      readonly port?: number | string
      readonly path?: string
    }
    places.push(`${host}:${port}${path}`)
    return Reflect.apply(connect, this, args) as Socket
  })
  vi.spyOn(dns, 'lookup').mockImplementation(((name: string, _: unknown, done: (error: Error) => void) => {
    places.push(name)
    done(new Error('no internet'))
  }) as never)
  return places
}

const roll = receiptPrinter()
const office = officePrinter({ by: 'folder', path: '/' })
const papers = [
  // A letter that the printer lacks, so that it has to be drawn.
  ['receipt', { ...sampleReceipt('pl'), lines: [{ line: 'text', text: '中 Zażółć' }] }, roll],
  ['label in ZPL', shippingLabel(), labelPrinter()],
  ['label in dots', shippingLabel(), tsplPrinter({ label: { width: 1016, height: 1524 } })],
  ['page', orderConfirmation(), office],
] as const

it('[P23] every kind of paper and its preview is drawn from the installation alone, in a process that has drawn nothing yet', async () => {
  const places = placesReached()
  const made = drawing({ chores: inlineChores(printingChores()), files: { get: () => undefined } })
  for (const [what, document, profile] of papers) {
    const drawn = await made.draw(document, profile, 1)
    expect(drawn.ok && drawn.value.bytes.length, what).toBeGreaterThan(100)
    const preview = await made.preview(document, profile, 'picture')
    expect(preview.ok && preview.value.pictures[0]?.mediaType, what).toBe('image/png')
  }
  expect(places).toEqual([])
})

it('[P23] what is printed goes to its printer and nowhere else', async () => {
  const sink = await openPrinterSink()
  const places = placesReached()
  const profile = receiptPrinter(undefined, sink.port)
  const printer = openPrinter(profile, {
    ...{ now: Date.now, limits: { ...tcpLimits, poll: 30, settle: 30 }, platform: 'linux', windows: null },
    devices: { user: 'femke', sys: '/sys', groups: '/etc/group' },
    cups: {
      now: Date.now,
      wait: async () => {},
      limit: 0,
      poll: 1,
      run: () => Promise.reject(new Error('no program')),
    },
  })
  const made = drawing({ chores: inlineChores(printingChores()), files: { get: () => undefined } })
  const drawn = await made.draw(sampleReceipt('nl'), profile, 1)
  if (!drawn.ok) throw new Error(drawn.refusal.code)
  const outcome = await printer.send({ bytes: drawn.value.bytes, language: 'escpos', title: 'Bon', copies: 1 })
  expect(outcome.state).toBe('printed')
  expect(new Set(places)).toEqual(new Set([`127.0.0.1:${sink.port}`]))
  // Whoever reached further would have been heard.
  await fetch('http://fonts.example/noto.ttf').catch(() => undefined)
  expect(places.join(' ')).toContain('fonts.example')
  await sink.close()
})
