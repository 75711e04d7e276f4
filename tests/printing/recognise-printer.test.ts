import { createServer, type Server, type Socket } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { recogniseOverTcp } from '#main/printing/drivers/recognise-printer.ts'
import { tcpLimits } from '#main/printing/drivers/tcp-connection.ts'
import { escposModels } from '#shared/printing/printer-models.ts'
import { labelPrinter, officePrinter, receiptPrinter, tsplPrinter } from '#tests/support/printer-profiles.ts'

const recognise = recogniseOverTcp({ ...tcpLimits, status: 160, settle: 30 })
const open: { server: Server; sockets: Set<Socket> }[] = []
afterEach(async () => {
  for (const { server, sockets } of open.splice(0)) {
    for (const socket of sockets) socket.destroy()
    await new Promise((resolve) => server.close(resolve))
  }
})

/** A device that answers what contains its question, and keeps what it heard. */
async function device(answers: Readonly<Record<string, string | Uint8Array>>) {
  const heard: Buffer[] = []
  const sockets = new Set<Socket>()
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    sockets.add(socket)
    socket.on('error', () => undefined)
    socket.on('end', () => socket.end())
    socket.on('data', (bytes) => {
      heard.push(bytes)
      for (const [question, answer] of Object.entries(answers)) {
        if (bytes.includes(Buffer.from(question, 'latin1'))) socket.write(answer)
      }
    })
  })
  open.push({ server, sockets })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = address !== null && typeof address === 'object' ? address.port : 0
  return { port, heard: () => Buffer.concat(heard).toString('latin1') }
}

const ql = new Uint8Array(32)
ql.set([0x80, 0x20, 0x42, 0x34])

describe('a printer that does not answer as it is set up', () => {
  it.each([
    [
      'a Zebra with ZPL',
      { '~HI': '\u0002ZD421-203dpi,V93.21,8,8192KB,X\u0003\r\n' },
      { speaks: ['zpl'], serial: null },
    ],
    [
      'a Zebra with both',
      { '~HI': '\u0002ZD421,V93.21,8,8192KB,X\u0003', getvar: '"epl_zpl""D3J194504771"' },
      { speaks: ['zpl', 'epl'], serial: 'D3J194504771' },
    ],
    ['a Zebra in EPL', { getvar: '"epl""D3J1"' }, { speaks: ['epl'], serial: 'D3J1' }],
    ['a Zebra that prints source text', { getvar: '"line_print""?"' }, { speaks: ['linePrint'], serial: null }],
    ['a TSC', { '\u001b!?': Uint8Array.of(0x20) }, { speaks: ['tspl'], serial: null }],
    ['a receipt printer', { '\u0010\u0004\u0001': Uint8Array.of(0x1e) }, { speaks: ['escpos'], serial: null }],
    ['a Brother QL', { '\u001biS': ql }, { speaks: ['brother'], serial: null }],
    ['an office printer', { '@PJL INFO ID': '@PJL INFO ID\r\n"HP LaserJet"\r\n\f' }, { speaks: ['pdf'], serial: null }],
  ])('[PR62][P13] is known for what it is: %s', async (_, answers, recognised) => {
    const { port } = await device(answers)
    expect(await recognise(labelPrinter({}, port))).toEqual(recognised)
    expect(await recognise(tsplPrinter({}, port))).toEqual(recognised)
  })

  it('[PR62][P13] a laser behind the profile of a receipt printer is known before a receipt goes there', async () => {
    const { port } = await device({ '@PJL INFO ID': '@PJL INFO ID\r\n"HP"\r\n' })
    expect(await recognise(receiptPrinter(escposModels.epsonTm80, port))).toMatchObject({ speaks: ['pdf'] })
  })

  it('[PR62] one that never answers gets no question that it would print', async () => {
    const clone = await device({})
    expect(await recognise(receiptPrinter(escposModels.clone80, clone.port))).toBeNull()
    expect(clone.heard()).toBe('\u0010\u0004\u0001')
    const label = await device({ '\u0010\u0004\u0001': 'HTTP/1.1 400', '~HI': 'garbage'.repeat(500) })
    expect(await recognise(labelPrinter({}, label.port))).toBeNull()
  })

  it('[PR62] one that is not there, or reached another way, is not asked', async () => {
    const { port } = await device({})
    for (const { server } of open) await new Promise((resolve) => server.close(resolve))
    expect(await recognise(labelPrinter({}, port))).toBeNull()
    expect(await recognise(officePrinter({ by: 'folder', path: '/srv' }))).toBeNull()
  })
})
