import type { PagePrinted, PagePrinter, WindowsPage } from '#main/app/core.ts'

/** A hidden window that shows one PDF, as far as printing needs it. */
export interface PrintingWindow {
  load(file: string): Promise<void>
  print(settings: WindowPrintSettings): Promise<{ readonly isTaken: boolean; readonly why: string }>
  close(): void
}

export interface WindowPrintSettings {
  readonly silent: true
  readonly deviceName: string
  readonly copies: number
  readonly collate: true
  readonly color: boolean
  readonly duplexMode: 'simplex' | 'longEdge' | 'shortEdge'
  /** Micrometres; left out, Chromium prints on its own idea of a sheet. */
  readonly pageSize: { readonly width: number; readonly height: number }
  readonly dpi: { readonly horizontal: number; readonly vertical: number }
  readonly margins: { readonly marginType: 'none' }
  readonly scaleFactor: 100
  readonly pagesPerSheet: 1
  readonly landscape: false
}

/**
 * Prints pages where no other program does. Every setting is said, since what is left out is Chromium's own choice (P15), and
 * its success only means that the spooler took the paper (P1).
 */
export function windowPagePrinter(open: () => PrintingWindow): PagePrinter {
  return {
    print: async (page) => {
      const settings = printSettings(page)
      if ('ok' in settings) return settings
      const window = open()
      try {
        await window.load(page.file)
      } catch (problem) {
        window.close()
        return { ok: false, isCertain: true, reason: 'notUnderstood', detail: String(problem) }
      }
      try {
        const { isTaken, why } = await window.print(settings)
        return isTaken ? { ok: true } : { ok: false, isCertain: false, reason: 'abortedAtPrinter', detail: why }
      } catch (problem) {
        return { ok: false, isCertain: false, reason: 'abortedAtPrinter', detail: String(problem) }
      } finally {
        window.close()
      }
    },
  }
}

function printSettings({ queue, copies, size, sides, colour, tray }: WindowsPage): WindowPrintSettings | PagePrinted {
  if (size === null || tray !== null) {
    const detail = size === null ? 'sheet' : `tray ${tray}`
    return { ok: false, isCertain: true, reason: 'settingNotSupported', detail }
  }
  const duplex = {
    'one-sided': 'simplex',
    'two-sided-long-edge': 'longEdge',
    'two-sided-short-edge': 'shortEdge',
  } as const
  return {
    silent: true,
    deviceName: queue,
    copies,
    collate: true,
    color: colour === 'color',
    duplexMode: duplex[sides],
    pageSize: size,
    dpi: { horizontal: 600, vertical: 600 },
    margins: { marginType: 'none' },
    scaleFactor: 100,
    pagesPerSheet: 1,
    landscape: false,
  }
}
