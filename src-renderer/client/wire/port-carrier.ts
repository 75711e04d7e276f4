import { type DesktopBridge, portMessage } from '#shared/kernel/desktop-bridge.ts'
import { parseServerFrame } from '#shared/kernel/frames.ts'
import type { CarrierEnd, OpenCarrier } from './carrier.ts'

/** The wire of a desktop window: the preload script hands over a port, and the frames go straight to the main process. */
export function portCarrier(bridge: DesktopBridge, page: Window): OpenCarrier {
  return (events) => {
    let port: MessagePort | undefined
    const receive = ({ source, data, ports }: MessageEvent): void => {
      // Only the preload script speaks as this same window; frames and openers do not.
      if (source !== page || data !== portMessage || port) return
      const [given] = ports
      if (!given) return
      page.removeEventListener('message', receive)
      port = given
      given.addEventListener('message', (message) => {
        const end = endOf(message.data)
        const frame = parseServerFrame(message.data)
        if (end) events.onEnd(end)
        else if (frame) events.onFrame(frame)
      })
      given.addEventListener('close', () => events.onEnd('lost'))
      given.start()
      events.onOpen()
    }
    page.addEventListener('message', receive)
    bridge.connect()
    return {
      send: (frame) => port?.postMessage(frame),
      close: () => {
        page.removeEventListener('message', receive)
        port?.close()
        events.onEnd('lost')
      },
    }
  }
}

/** The main process's last words on a port (`PortEnd`). */
function endOf(data: unknown): CarrierEnd | undefined {
  const end: unknown = typeof data === 'object' && data !== null && 'end' in data ? data.end : undefined
  return end === 'signedOut' || end === 'misunderstood' ? end : undefined
}
