// The bridge between a page and the main process: one function, which asks for a port to the core. Runs sandboxed in an
// isolated world; the page sees the two names below and nothing of Electron.
import { contextBridge, ipcRenderer } from 'electron'
import { bridgeName, type DesktopBridge, portMessage } from '#shared/kernel/desktop-bridge.ts'

const bridge: DesktopBridge = {
  platform: process.platform,
  connect: () => {
    const { port1, port2 } = new MessageChannel()
    ipcRenderer.postMessage('counterproof:connect', null, [port1])
    // A port cannot pass the bridge itself. This goes to this very window; the page checks that it does.
    window.postMessage(portMessage, '*', [port2])
  },
}

contextBridge.exposeInMainWorld(bridgeName, bridge)
