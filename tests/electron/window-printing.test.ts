import { describe, expect, it } from 'vitest'
import type { PagePrinted, WindowsPage } from '#main/app/core.ts'
import { shellPagePrinter } from '#main/app/shell-page-printer.ts'
import { type WindowPrintSettings, windowPagePrinter } from '#main/electron/window-printing.ts'

const page: WindowsPage = {
  queue: 'Kyocera A4',
  file: 'C:\\Temp\\Pakbon.pdf',
  copies: 2,
  media: 'A4',
  size: { width: 210_000, height: 297_000 },
  sides: 'two-sided-long-edge',
  colour: 'monochrome',
  tray: null,
}

/** A window that notes what it is asked to do. */
function windowThat(end: { load?: Error; print?: Error | { isTaken: boolean; why: string } }) {
  const did: unknown[] = []
  const printer = windowPagePrinter(() => ({
    load: async (file) => {
      did.push(['load', file])
      if (end.load) throw end.load
    },
    print: async (settings: WindowPrintSettings) => {
      did.push(['print', settings])
      if (end.print instanceof Error) throw end.print
      return end.print ?? { isTaken: true, why: '' }
    },
    close: () => did.push(['close']),
  }))
  return { did, printer }
}

describe('a page printed by a hidden window', () => {
  it('[P15] says every setting: sheet in micrometres, dots, no margins, no scaling', async () => {
    const { did, printer } = windowThat({})
    expect(await printer.print(page)).toEqual({ ok: true })
    expect(did).toEqual([
      ['load', 'C:\\Temp\\Pakbon.pdf'],
      [
        'print',
        {
          silent: true,
          deviceName: 'Kyocera A4',
          copies: 2,
          collate: true,
          color: false,
          duplexMode: 'longEdge',
          pageSize: { width: 210_000, height: 297_000 },
          dpi: { horizontal: 600, vertical: 600 },
          margins: { marginType: 'none' },
          scaleFactor: 100,
          pagesPerSheet: 1,
          landscape: false,
        },
      ],
      ['close'],
    ])
  })

  it.each([
    [{ tray: '2' }, 'tray 2'],
    [{ size: null }, 'sheet'],
  ])('[P15] refuses what such a window cannot say: %o', async (change, detail) => {
    const { did, printer } = windowThat({})
    expect(await printer.print({ ...page, ...change })).toEqual({
      ...{ ok: false, isCertain: true, reason: 'settingNotSupported' },
      detail,
    })
    expect(did).toEqual([])
  })

  it('[P2] knows what certainly did not leave from what may have', async () => {
    const unread = windowThat({ load: new Error('no such file') })
    expect(await unread.printer.print(page)).toMatchObject({ ok: false, isCertain: true })
    const refused = windowThat({ print: { isTaken: false, why: 'Print job failed' } })
    expect(await refused.printer.print(page)).toMatchObject({ ok: false, isCertain: false, detail: 'Print job failed' })
    const broken = windowThat({ print: new Error('gone') })
    expect(await broken.printer.print(page)).toMatchObject({ ok: false, isCertain: false })
    for (const { did } of [unread, refused, broken]) expect(did.at(-1)).toEqual(['close'])
  })

  it('[W11] is asked for by messages from the thread of the core, one answer for each', async () => {
    const posted: (readonly [number, WindowsPage])[] = []
    const { printer, answered } = shellPagePrinter((id, each) => posted.push([id, each]))
    const waiting: Promise<PagePrinted>[] = [printer.print(page), printer.print({ ...page, queue: 'Other' })]
    const no: PagePrinted = { ok: false, isCertain: true, reason: 'programMissing', detail: '' }
    answered(2, no)
    answered(1, { ok: true })
    expect(await Promise.all(waiting)).toEqual([{ ok: true }, no])
    expect(posted.map(([id, { queue }]) => [id, queue])).toEqual([
      [1, 'Kyocera A4'],
      [2, 'Other'],
    ])
  })
})
