import { setTimeout as later } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { BrowserWindow } from 'electron'
import type { PagePrinter } from '#main/app/core.ts'
import { windowPagePrinter } from './window-printing.ts'

/** The viewer draws its first page some time after the page around it says that it is loaded; nothing tells when. */
const viewerStarts = 1000

/** Prints PDFs of the core through a window that nobody sees. */
export function hiddenWindowPrinter(): PagePrinter {
  return windowPagePrinter(() => {
    const window = new BrowserWindow({
      show: false,
      // A session of its own, which keeps nothing and has nothing of the program's.
      webPreferences: { plugins: true, sandbox: true, contextIsolation: true, partition: 'pages-to-print' },
    })
    return {
      load: async (file) => {
        await window.loadURL(pathToFileURL(file).href)
        await later(viewerStarts)
      },
      print: (settings) =>
        new Promise((resolve) => {
          window.webContents.print(settings, (isTaken, why) => resolve({ isTaken, why }))
        }),
      close: () => window.destroy(),
    }
  })
}
