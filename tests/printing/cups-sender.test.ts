import { readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { describe, expect, it } from 'vitest'
import {
  type CupsPorts,
  cancelInCups,
  cupsStatus,
  pageOptions,
  rawOptions,
  sendThroughCups,
} from '#main/printing/drivers/cups-sender.ts'
import type { ProgramResult } from '#main/printing/drivers/run-program.ts'
import { programRunner } from '#main/printing/drivers/run-program.ts'
import { officePrinter } from '#tests/support/printer-profiles.ts'

const queue = { queue: 'Office', server: null }
const paper = { bytes: new TextEncoder().encode('%PDF'), title: 'Packing slip', copies: 2 }
const result = (out: string, change: Partial<ProgramResult> = {}): ProgramResult => ({
  code: 0,
  isMissing: false,
  out,
  error: '',
  ...change,
})
const listed = (alerts: string, status = '') =>
  result(
    `Office-7   femke   1024   Thu Nov 19 14:07:00 2026\n\tStatus: ${status}\n\tAlerts: ${alerts}\n\tqueued for Office\n`,
  )
const accepted = result('request id is Office-7 (1 file(s))\n')
const idle = 'printer Office is idle.  enabled since Thu Nov 19 14:00:00 2026\n\tForm mounted:\n\tAlerts: none\n'

/** A spooler that gives the prepared answers, the last one of a kind for ever; time passes only by waiting. */
function spooler(answers: Readonly<Record<string, readonly ProgramResult[]>>) {
  const calls: string[][] = []
  const left = new Map(Object.entries(answers).map(([key, list]) => [key, [...list]]))
  let time = 0
  const ports: CupsPorts = {
    now: () => time,
    wait: async (milliseconds) => {
      time += milliseconds
    },
    limit: 5000,
    poll: 500,
    run: async (program, args) => {
      calls.push([program, ...args])
      const key =
        program === 'lpstat'
          ? args.includes('-p')
            ? 'printer'
            : args.includes('-v')
              ? 'devices'
              : args.includes('completed')
                ? 'completed'
                : 'waiting'
          : program
      const list = left.get(key) ?? []
      return (list.length > 1 ? list.shift() : list[0]) ?? result('')
    },
  }
  return { ports, calls }
}

describe('a page through the spooler', () => {
  it('[P15][bad input 94] says every setting and nothing by the driver’s default', async () => {
    const { ports, calls } = spooler({ lp: [accepted], completed: [listed('job-completed-successfully')] })
    const profile = { ...officePrinter({ by: 'cups', ...queue }), sides: 'two-sided-long-edge' as const, tray: 'Tray2' }
    await sendThroughCups(queue, { ...paper, title: '-o\u0000raw; rm -rf /\n' }, pageOptions(profile), ports)
    expect(calls[0]).toEqual([
      ...['lp', '-d', 'Office', '-n', '2', '-t', '-oraw; rm -rf / '],
      ...[
        '-o',
        'media=A4',
        '-o',
        'sides=two-sided-long-edge',
        '-o',
        'print-scaling=none',
        '-o',
        'number-up=1',
        '-o',
        'collate=true',
      ],
      ...['-o', 'print-color-mode=monochrome', '-o', 'InputSlot=Tray2'],
    ])
  })

  it('[P1] is printed when a printer that speaks IPP says so, and handed over where only bytes were passed on', async () => {
    for (const [device, state] of [
      ['ipp://office.example/ipp/print', 'printed'],
      ['socket://10.0.0.9:9100', 'handed_over'],
    ]) {
      const { ports } = spooler({
        lp: [accepted],
        waiting: [listed('job-printing'), result('')],
        completed: [listed('processing-to-stop-point')],
        devices: [result(`device for Office: ${device}\n`)],
      })
      expect(await sendThroughCups(queue, paper, rawOptions, ports)).toEqual({
        state,
        reason: null,
        bytesSent: 4,
        bytesTotal: 4,
        firstByteAt: 0,
        reference: 'Office-7',
        detail: null,
      })
    }
  })

  it('[P1] that stays in the queue is unknown, with the printer’s own words and where to find it', async () => {
    const words = 'The printer may not exist or is unavailable at this time.'
    const { ports } = spooler({ lp: [accepted], waiting: [listed('job-printing', words)], printer: [result(idle)] })
    expect(await sendThroughCups(queue, paper, rawOptions, ports)).toMatchObject({
      state: 'unknown',
      reason: 'stillInQueue',
      detail: words,
      reference: 'Office-7',
    })
    const empty = spooler({
      lp: [accepted],
      waiting: [listed('job-printing')],
      printer: [result(idle.replace('none', 'media-empty-warning'))],
    })
    expect(await sendThroughCups(queue, paper, rawOptions, empty.ports)).toMatchObject({
      state: 'unknown',
      reason: 'paperOut',
    })
  })

  it.each([
    ['job-canceled-by-user', 'cancelledAtPrinter'],
    ['aborted-by-system', 'abortedAtPrinter'],
  ])('[P1] that ended as %s is unknown', async (alerts, reason) => {
    const { ports } = spooler({ lp: [accepted], completed: [listed(alerts)] })
    expect(await sendThroughCups(queue, paper, rawOptions, ports)).toMatchObject({ state: 'unknown', reason })
  })

  it.each([
    [result('', { code: 1, error: 'lp: Error - The printer or class does not exist.' }), 'queueMissing'],
    [result('', { code: 1, error: 'lp: Destination "Office" is not accepting jobs.' }), 'queueRejects'],
    [result('', { code: 1, error: 'lp: Error - scheduler not responding.' }), 'unreachable'],
    [result('', { code: null, isMissing: true }), 'spoolerMissing'],
  ])('[P2] that the spooler did not take may be tried again: %o', async (answer, reason) => {
    const { ports } = spooler({ lp: [answer] })
    expect(await sendThroughCups(queue, paper, rawOptions, ports)).toMatchObject({
      state: 'failed_before_send',
      reason,
      bytesSent: 0,
      firstByteAt: null,
    })
  })

  it('[P2] is unknown when the spooler never answered', async () => {
    const { ports } = spooler({ lp: [result('', { code: null })] })
    expect(await sendThroughCups(queue, paper, rawOptions, ports)).toMatchObject({
      state: 'unknown',
      reason: 'timeLimit',
    })
  })

  it('[P24] is taken back only by a request of the spooler’s own form', async () => {
    const { ports, calls } = spooler({})
    expect([
      await cancelInCups('Office-7', 'print.example:631', ports),
      await cancelInCups('-a', null, ports),
      await cancelInCups('x y-1', null, ports),
    ]).toEqual([true, false, false])
    expect(calls).toEqual([['cancel', '-h', 'print.example:631', 'Office-7']])
  })
})

describe('what the spooler knows of a printer', () => {
  it.each([
    [result(idle), { state: 'ready', reason: null }],
    [result(idle.replace('is idle', 'now printing Office-7')), { state: 'busy', reason: null }],
    [result(idle.replace('is idle.  enabled', 'disabled')), { state: 'blocked', reason: 'paused' }],
    [result(idle.replace('none', 'media-empty-warning')), { state: 'blocked', reason: 'paperOut' }],
    [result(idle.replace('none', 'door-open-report')), { state: 'blocked', reason: 'coverOpen' }],
    [result(idle.replace('none', 'media-jam-error')), { state: 'blocked', reason: 'printerError' }],
    [result(idle.replace('none', 'offline-report')), { state: 'blocked', reason: 'offline' }],
    [result(idle.replace('none', 'media-low-warning')), { state: 'ready', reason: null, isPaperLow: true }],
    [
      result('', { code: 1, error: 'lpstat: Invalid destination name in list "Office".' }),
      { state: 'unreachable', reason: 'queueMissing' },
    ],
  ])('[P9] %o', async (answer, status) => {
    const { ports } = spooler({ printer: [answer] })
    expect(await cupsStatus(queue, ports)).toMatchObject(status)
  })
})

describe('a program that prints', () => {
  const run = programRunner(5000, process.env)

  it('[P5][PR75] has the whole paper before it begins, as a file that nobody finds afterwards', async () => {
    const isLeft = (name: string) => /^counterproof-[0-9a-f]{24}$/u.test(name)
    const before = readdirSync(tmpdir()).filter(isLeft)
    const ended = await run('sh', ['-c', 'test -f /dev/stdin && wc -c'], new Uint8Array(300_000))
    expect([ended.code, ended.out.trim()]).toEqual([0, '300000'])
    expect(readdirSync(tmpdir()).filter(isLeft)).toEqual(before)
  })

  it('[P1] ends in its answer, in its absence or at its time limit', async () => {
    expect(await run('sh', ['-c', 'echo yes; echo no >&2; exit 3'])).toEqual({
      ...{ code: 3, isMissing: false, out: 'yes\n', error: 'no\n' },
    })
    expect(await run('no-such-program', [])).toMatchObject({ code: null, isMissing: true })
    expect(await programRunner(50, process.env)('sleep', ['5'])).toMatchObject({ code: null, isMissing: false })
  })
})
