import type { DesktopBridge } from '#shared/kernel/desktop-bridge.ts'
import { httpCarrier } from './http-carrier.ts'
import { portCarrier } from './port-carrier.ts'
import { socketCarrier } from './socket-carrier.ts'
import { webCarrier } from './web-carrier.ts'
import { createWireClient, type WireClient } from './wire-client.ts'

declare global {
  interface Window {
    readonly counterproof?: DesktopBridge
  }
}

/** The wire of this page: the window's port in the desktop program, the host's socket or HTTP in a browser. */
export function connectWire(page: Window = window): WireClient {
  const { counterproof: bridge, location } = page
  const socketUrl = `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/ws`
  const open = bridge
    ? portCarrier(bridge, page)
    : webCarrier(
        socketCarrier(socketUrl),
        httpCarrier((...request) => page.fetch(...request)),
      )
  const wire = createWireClient({
    open,
    now: () => performance.now(),
    later: (ms, action) => {
      const timer = setTimeout(action, ms)
      return () => clearTimeout(timer)
    },
    random: Math.random,
  })
  // A computer that wakes up or finds its network again need not wait for the pause to end.
  page.addEventListener('online', () => wire.retryNow())
  page.addEventListener('focus', () => wire.retryNow())
  return wire
}
