// Hands frames from a window's port to the core and back. Nothing else can be asked over IPC: there is one channel, and it
// carries ports.
import { ipcMain, type MessagePortMain } from 'electron'
import type { Core } from '#main/app/core.ts'
import type { PortEnd } from '#shared/kernel/desktop-bridge.ts'
import { parseClientFrame } from '#shared/kernel/frames.ts'

const connectChannel = 'counterproof:connect'

/** `origin`: only the top frame of a page from there is given a port. */
export function relayPorts(core: Pick<Core, 'connect'>, origin: string, sessionOf: () => Promise<string>): void {
  ipcMain.on(connectChannel, async (event) => {
    const [port, ...more] = event.ports
    if (!port) return
    const frame = event.senderFrame
    const isOwn = frame !== null && frame.parent === null && frame.url.startsWith(`${origin}/`)
    const connection =
      isOwn && more.length === 0 ? await core.connect(await sessionOf(), (answer) => port.postMessage(answer)) : null
    if (connection === null) return refuse(port, 'signedOut')
    port.on('message', ({ data }) => {
      const request = parseClientFrame(data)
      if (request) connection.send(request)
      else refuse(port, 'misunderstood')
    })
    port.on('close', () => connection.close())
    port.start()
  })
}

function refuse(port: MessagePortMain, end: PortEnd['end']): void {
  const lastWords: PortEnd = { end }
  port.postMessage(lastWords)
  port.close()
}
