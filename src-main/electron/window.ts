import { BrowserWindow } from 'electron'
import { keepPlace, readPlace } from './window-place.ts'

export interface WindowSetting {
  readonly url: string
  readonly preload: string
  /** File that remembers where the window stood. */
  readonly placeFile: string
}

/** A window that is a sandboxed page and nothing more (X1). */
export function openWindow({ url, preload, placeFile }: WindowSetting): BrowserWindow {
  const { bounds, isMaximized } = readPlace(placeFile)
  const window = new BrowserWindow({
    ...bounds,
    minWidth: 400,
    minHeight: 300,
    show: false,
    title: 'Counterproof',
    webPreferences: {
      preload,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
    },
  })
  keepPlace(window, placeFile)
  window.once('ready-to-show', () => {
    if (isMaximized) window.maximize()
    window.show()
  })
  // A page that crashes comes back with its form drafts; the core has not noticed.
  window.webContents.on('render-process-gone', (_, { reason }) => {
    if (reason !== 'clean-exit') window.webContents.reload()
  })
  void window.loadURL(url)
  return window
}
