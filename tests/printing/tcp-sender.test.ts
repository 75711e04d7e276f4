import { afterEach, describe, expect, it } from 'vitest'
import { drawerPulse } from '#main/printing/drivers/escpos-bytes.ts'
import { type TcpLimits, tcpLimits } from '#main/printing/drivers/tcp-connection.ts'
import { commandOverTcp, sendOverTcp, statusOverTcp } from '#main/printing/drivers/tcp-sender.ts'
import { mayRetryByItself } from '#shared/printing/print-outcome.ts'
import { decodeEscpos } from '#tests/support/escpos-decoder.ts'
import { openPrinterSink, type PrinterSink, type SinkOptions } from '#tests/support/printer-sink.ts'

const quick: TcpLimits = { ...tcpLimits, connect: 400, status: 300, stall: 400, poll: 50, linger: 1500, settle: 120 }
const ports = { now: () => 42, limits: quick }
const full = { language: 'escpos', status: 'full' } as const
const sinks: PrinterSink[] = []

async function sink(options: SinkOptions): Promise<PrinterSink> {
  const opened = await openPrinterSink(options)
  sinks.push(opened)
  return opened
}

afterEach(async () => {
  for (const each of sinks.splice(0)) await each.close()
})

/** Text only, so that no byte of the paper looks like a question to the sink. */
function paper(size: number): Uint8Array {
  return Uint8Array.from({ length: size }, (_, index) => (index % 48 === 47 ? 10 : 33 + (index % 90)))
}

async function send(options: SinkOptions, size: number, dialect: Parameters<typeof sendOverTcp>[1] = full) {
  const printer = await sink(options)
  const bytes = paper(size)
  const began = performance.now()
  const sent = await sendOverTcp({ host: '127.0.0.1', port: printer.port }, dialect, bytes, ports)
  const took = performance.now() - began
  await sent.released
  return { printer, bytes, outcome: sent.outcome, took }
}

describe('sending to a printer in order', () => {
  it.each([0, 3000, 65_000])(
    '[P1] says printed only after the printer answered behind the last of %i bytes',
    async (size) => {
      const { printer, bytes, outcome } = await send({ mode: 'ok' }, size)
      expect(outcome).toEqual({
        state: 'printed',
        reason: null,
        bytesSent: size,
        bytesTotal: size,
        firstByteAt: size === 0 ? null : 42,
        reference: null,
        detail: null,
      })
      expect(printer.printed()).toEqual(size === 0 ? [] : [bytes])
    },
  )

  it('[P1] waits for a slow printer as long as its bytes need', async () => {
    const { printer, bytes, outcome } = await send({ mode: 'slow' }, 6000)
    expect(outcome.state).toBe('printed')
    expect(printer.printed()).toEqual([bytes])
  })

  it('[P7] loses nothing to a printer that reports its state after the sender is done', async () => {
    const { printer, bytes, outcome } = await send({ mode: 'asb' }, 9000)
    expect(outcome.state).toBe('printed')
    expect(printer.printed()).toEqual([bytes])
  })

  it('[P7] closes with FIN also without proof, so that the whole paper arrives', async () => {
    const { printer, bytes, outcome } = await send({ mode: 'asb' }, 9000, { language: 'escpos', status: 'none' })
    expect(outcome).toMatchObject({ state: 'handed_over', reason: null, bytesSent: 9000 })
    expect(printer.printed()).toEqual([bytes])
  })

  it('[P1] claims no more than handed over where a printer cannot answer', async () => {
    const { outcome } = await send({ mode: 'mute' }, 500, { language: 'escpos', status: 'none' })
    expect(outcome).toMatchObject({ state: 'handed_over', reason: null })
  })

  it('[P1] asks a label printer for what it has not printed yet', async () => {
    const { printer, bytes, outcome } = await send({ mode: 'ok', language: 'zpl' }, 3000, {
      language: 'zpl',
      status: 'full',
    })
    expect(outcome).toMatchObject({ state: 'printed', bytesSent: 3000 })
    expect(printer.printed()).toEqual([bytes])
  })
})

describe('sending to a printer that cannot print', () => {
  it.each([
    ['paperout', 'paperOut'],
    ['cover', 'coverOpen'],
  ] as const)('[P9][C4] sends not one byte to a printer in mode %s and names the cause', async (mode, reason) => {
    const { printer, outcome } = await send({ mode }, 3000)
    expect(outcome).toMatchObject({ state: 'failed_before_send', reason, bytesSent: 0, firstByteAt: null })
    expect(mayRetryByItself(outcome)).toBe(true)
    expect(printer.printed()).toEqual([])
  })

  it.each([
    ['paperout', 'paperOut'],
    ['cover', 'headOpen'],
  ] as const)('[P9][C4] the same for a label printer in mode %s', async (mode, reason) => {
    const { printer, outcome } = await send({ mode, language: 'zpl' }, 3000, { language: 'zpl', status: 'full' })
    expect(outcome).toMatchObject({ state: 'failed_before_send', reason, bytesSent: 0 })
    expect(printer.printed()).toEqual([])
  })

  it.each([
    ['garbage', 'notUnderstood', 'escpos'],
    ['garbage', 'notUnderstood', 'zpl'],
    ['half', 'notUnderstood', 'escpos'],
    ['half', 'notUnderstood', 'zpl'],
    ['mute', 'notAnswering', 'escpos'],
    ['blackhole', 'notAnswering', 'escpos'],
  ] as const)(
    '[bad input 89] [item 89][C4] mode %s is %s for %s within the time limit',
    async (mode, reason, language) => {
      const { outcome, took } = await send({ mode, language }, 3000, { language, status: 'full' })
      expect(outcome).toMatchObject({ state: 'failed_before_send', reason, bytesSent: 0 })
      expect(took).toBeLessThan(quick.status + 300)
    },
  )

  it('[item 89] promises the person two seconds, whatever comes back', () => {
    expect(tcpLimits.status).toBeLessThanOrEqual(2000)
    expect(tcpLimits.connect).toBe(2000)
    expect(tcpLimits.stall).toBe(5000)
  })

  it('[P2] knows that a refused connection took nothing', async () => {
    const printer = await sink({})
    await printer.close()
    const { outcome } = await sendOverTcp({ host: '127.0.0.1', port: printer.port }, full, paper(10), ports)
    expect(outcome).toMatchObject({ state: 'failed_before_send', reason: 'connectionRefused', bytesSent: 0 })
    expect(mayRetryByItself(outcome)).toBe(true)
  })
})

describe('losing sight of a paper', () => {
  it('[P2] a line that drops is unknown, with the bytes that left', async () => {
    const { outcome } = await send({ mode: 'reset' }, 65_000)
    expect(outcome.state).toBe('unknown')
    expect(outcome.reason).toBe('connectionReset')
    expect(outcome.bytesSent).toBeGreaterThan(0)
    expect(mayRetryByItself(outcome)).toBe(false)
  })

  it('[bad input 92] [P2][item 92] paper that ends midway is unknown and named at once, not after the time limit', async () => {
    const { outcome, took } = await send({ mode: 'paperoutMidway' }, 6000)
    expect(outcome).toMatchObject({ state: 'unknown', reason: 'paperOut', bytesSent: 6000 })
    expect(took).toBeLessThan(quick.stall)
  })

  it('[P1] a printer that should prove and does not is unknown', async () => {
    const { outcome } = await send({ mode: 'mute' }, 500, { language: 'escpos', status: 'gsr' })
    expect(outcome).toMatchObject({ state: 'unknown', reason: 'noProof', bytesSent: 500 })
  })

  it('[P7] a line that takes no more bytes is given up after the stall limit', async () => {
    const { outcome } = await send({ mode: 'blackhole' }, 20_000_000, { language: 'escpos', status: 'none' })
    expect(outcome).toMatchObject({ state: 'unknown', reason: 'stalled' })
    expect(outcome.bytesSent).toBeLessThan(20_000_000)
  })
})

describe('speaking without a paper', () => {
  it('[bad input 95] [P11][item 95] opens the drawer once with its pulse, also without paper', async () => {
    const printer = await sink({ mode: 'paperout' })
    const { outcome, released } = await commandOverTcp(
      { host: '127.0.0.1', port: printer.port },
      drawerPulse({ pin: 5, pulseMs: 200, pulse: 'atOnce', opensAtCash: true }),
      ports,
    )
    await released
    expect(outcome.state).toBe('handed_over')
    expect(decodeEscpos(printer.connections[0] ?? new Uint8Array()).drawer).toEqual([
      { pin: 5, milliseconds: 200, realTime: true },
    ])
  })

  it.each([
    ['ok', { state: 'ready', reason: null }],
    ['paperout', { state: 'blocked', reason: 'paperOut' }],
    ['garbage', { state: 'blocked', reason: 'notUnderstood' }],
  ] as const)('[P9] shows a printer in mode %s as %o', async (mode, status) => {
    const printer = await sink({ mode })
    expect(await statusOverTcp({ host: '127.0.0.1', port: printer.port }, full, quick)).toMatchObject(status)
  })
})
