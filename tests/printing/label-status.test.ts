import { createServer, type Server, type Socket } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { isRollInPrinter, readBrotherStatus } from '#main/printing/drivers/labels/brother-status.ts'
import { readEplStatus } from '#main/printing/drivers/labels/epl-status.ts'
import { readTsplStatus } from '#main/printing/drivers/labels/tspl-status.ts'
import { tcpLimits } from '#main/printing/drivers/tcp-connection.ts'
import { sendOverTcp } from '#main/printing/drivers/tcp-sender.ts'
import { brotherPrinter, eplPrinter, tsplPrinter } from '#tests/support/printer-profiles.ts'

const limits = { ...tcpLimits, status: 150, poll: 20, settle: 30, linger: 200 }

/** As the manual's table: errors, roll and phase at their places, nought elsewhere. */
function brotherAnswer(change: Readonly<Record<number, number>> = {}): Uint8Array {
  const bytes = new Uint8Array(32)
  bytes.set([0x80, 0x20, 0x42, 0x34, 0x41, 0x30])
  const ready = { 10: 62, 11: 0x0b, 17: 29 }
  for (const [at, value] of Object.entries({ ...ready, ...change })) bytes[Number(at)] = value
  return bytes
}

describe('what a QL printer says', () => {
  it.each([
    ['ready', {}, null],
    ['no roll', { 8: 0x01 }, 'paperOut'],
    ['end of the roll', { 8: 0x02 }, 'paperOut'],
    ['cutter', { 8: 0x04 }, 'cutterError'],
    ['fan', { 8: 0x80 }, 'printerError'],
    ['another roll', { 9: 0x01 }, 'wrongMedia'],
    ['cover', { 9: 0x10 }, 'coverOpen'],
    ['cover and no roll', { 8: 0x01, 9: 0x10 }, 'coverOpen'],
    ['cannot feed', { 9: 0x40 }, 'printerError'],
  ] as const)('[PR61][P9] %s', (_, change, blockedBy) => {
    expect(readBrotherStatus(brotherAnswer(change))).toMatchObject({ blockedBy })
  })

  it('[PR61] names the roll that lies in it, and only the same one is the same', () => {
    const status = readBrotherStatus(brotherAnswer())
    if (status === null || status === 'nonsense') throw new Error('not read')
    expect(status).toMatchObject({ mediaKind: 'cutToSize', mediaWidth: 62, mediaLength: 29 })
    expect([
      isRollInPrinter('62x29', status),
      isRollInPrinter('62', status),
      isRollInPrinter('62x100', status),
    ]).toEqual([true, false, false])
  })

  it('[item 89] half an answer is waited for, and another device is not understood', () => {
    expect(readBrotherStatus(brotherAnswer().subarray(0, 31))).toBeNull()
    expect(readBrotherStatus(Buffer.from('HTTP/1.1'))).toBe('nonsense')
  })
})

describe('what a TSPL printer says', () => {
  it.each([
    [0x00, null],
    [0x01, 'headOpen'],
    [0x02, 'printerError'],
    [0x04, 'paperOut'],
    [0x08, 'ribbonOut'],
    [0x10, 'paused'],
    [0x20, null],
    [0x80, 'printerError'],
  ] as const)('[PR60][P9] %i', (byte, blockedBy) => {
    expect(readTsplStatus(Uint8Array.of(byte))).toEqual({ blockedBy, isPrinting: byte === 0x20 })
  })

  it('[item 89] more than its one byte is another device', () => {
    expect(readTsplStatus(Uint8Array.of(0x12, 0x12))).toBe('nonsense')
    expect(readTsplStatus(Buffer.from('A'))).toBe('nonsense')
  })
})

describe('what an EPL2 printer says', () => {
  const read = (text: string) => readEplStatus(Buffer.from(text))

  it.each([
    ['00\r\n', null],
    ['07\r\n', 'paperOut'],
    ['11\r\n', 'headOpen'],
    ['12\r\n', 'paused'],
    ['07,11\r\n', 'headOpen'],
    // About the words of a label that somebody else sent: no reason to keep ours.
    ['02\r\n', null],
    ['\r\n02,07\r\n', 'paperOut'],
  ] as const)('[PR87][P9] %j', (answer, blockedBy) => {
    expect(read(answer)).toEqual({ blockedBy })
  })

  it('[item 89] half a line is waited for, and another device is not understood', () => {
    expect([read(''), read('0'), read('07,1'), read('07')]).toEqual([null, null, null, null])
    expect([read('HTTP/1.1'), read('7\r\n'), read('0'.repeat(80)), read('\u0012')]).toEqual(
      Array.from({ length: 4 }, () => 'nonsense'),
    )
  })
})

const servers: { server: Server; sockets: Set<Socket> }[] = []
afterEach(async () => {
  for (const { server, sockets } of servers.splice(0)) {
    for (const socket of sockets) socket.destroy()
    await new Promise((resolve) => server.close(resolve))
  }
})

/** A device that answers each thing it hears with the next of its answers. */
async function device(...answers: readonly Uint8Array[]): Promise<{ port: number; heard: () => Uint8Array }> {
  const heard: number[] = []
  const sockets = new Set<Socket>()
  const left = [...answers]
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => undefined)
    socket.on('data', (bytes) => {
      heard.push(...bytes)
      const answer = left.shift()
      if (answer) socket.write(answer)
    })
  })
  servers.push({ server, sockets })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  return {
    port: address !== null && typeof address === 'object' ? address.port : 0,
    heard: () => Uint8Array.from(heard),
  }
}

describe('a label for a printer that gets dots', () => {
  const paper = Uint8Array.from({ length: 3000 }, (_, at) => at & 0xff)
  const send = async (profile: Parameters<typeof sendOverTcp>[1], port: number) => {
    const { outcome, released } = await sendOverTcp({ host: '127.0.0.1', port }, profile, paper, {
      now: () => 1,
      limits,
    })
    await released
    return outcome
  }

  it('[PR61][P9] does not leave while another roll lies in the QL printer', async () => {
    const { port, heard } = await device(brotherAnswer({ 10: 29, 11: 0x0a, 17: 0 }))
    expect(await send(brotherPrinter({ status: 'full' }), port)).toMatchObject({
      state: 'failed_before_send',
      reason: 'wrongMedia',
      bytesSent: 0,
    })
    expect(heard().length).toBe(405)
  })

  it('[PR60][P1] is handed over at best: no such printer says what came out', async () => {
    for (const [profile, answers] of [
      [brotherPrinter({ status: 'full' }), [brotherAnswer()]],
      [tsplPrinter({ status: 'full' }), [Uint8Array.of(0x00)]],
      [eplPrinter(), []],
    ] as const) {
      const { port, heard } = await device(...answers)
      expect(await send(profile, port)).toMatchObject({ state: 'handed_over', reason: null, bytesSent: 3000 })
      expect([...heard().subarray(-3000)]).toEqual([...paper])
    }
  })

  it('[P9][item 89] does not leave while the TSPL printer is out of labels, or answers like none', async () => {
    const out = await device(Uint8Array.of(0x04))
    expect(await send(tsplPrinter({ status: 'full' }), out.port)).toMatchObject({ reason: 'paperOut', bytesSent: 0 })
    const other = await device(Buffer.from('@PJL'))
    expect(await send(tsplPrinter({ status: 'full' }), other.port)).toMatchObject({
      reason: 'notUnderstood',
      bytesSent: 0,
    })
    const open = await device(Buffer.from('11\r\n'))
    expect(await send(eplPrinter({ status: 'full' }), open.port)).toMatchObject({ reason: 'headOpen', bytesSent: 0 })
    const answering = await device(Buffer.from('00\r\n'))
    expect(await send(eplPrinter({ status: 'full' }), answering.port)).toMatchObject({ state: 'handed_over' })
    const mute = await device()
    expect(await send(brotherPrinter({ status: 'full' }), mute.port)).toMatchObject({
      reason: 'notAnswering',
      bytesSent: 0,
    })
  })
})
