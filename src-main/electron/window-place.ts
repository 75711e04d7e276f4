import { readFileSync, writeFileSync } from 'node:fs'
import { type BrowserWindow, type Rectangle, screen } from 'electron'

interface Place {
  readonly bounds: Rectangle
  readonly isMaximized: boolean
}

const usual: Place = { bounds: { x: 80, y: 60, width: 1440, height: 900 }, isMaximized: false }

/** Where the window last stood, where that is still on a screen. */
export function readPlace(file: string): Place {
  try {
    const kept: unknown = JSON.parse(readFileSync(file, 'utf8'))
    const [x, y, width, height, maximized] = Array.isArray(kept) ? kept.map(Number) : []
    const bounds = { x: x ?? NaN, y: y ?? NaN, width: width ?? NaN, height: height ?? NaN }
    if (!Object.values(bounds).every(Number.isInteger) || bounds.width < 400 || bounds.height < 300) return usual
    const { workArea } = screen.getDisplayMatching(bounds)
    const isSeen =
      bounds.x < workArea.x + workArea.width - 80 &&
      bounds.x + bounds.width > workArea.x + 80 &&
      bounds.y >= workArea.y - 20 &&
      bounds.y < workArea.y + workArea.height - 80
    return isSeen ? { bounds, isMaximized: maximized === 1 } : usual
  } catch {
    return usual
  }
}

export function keepPlace(window: BrowserWindow, file: string): void {
  window.on('close', () => {
    const { x, y, width, height } = window.getNormalBounds()
    try {
      writeFileSync(file, JSON.stringify([x, y, width, height, window.isMaximized() ? 1 : 0]))
    } catch {
      // The place of a window is not worth a message.
    }
  })
}
