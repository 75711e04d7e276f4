import { describe, expect, test } from 'vitest'
import { labelModelNames, rollsOf, withLabelModel } from '#renderer/printing/printers/label-values.ts'
import {
  freshPrinter,
  printerInputOf,
  roadsOf,
  valuesOf,
  withLanguage,
} from '#renderer/printing/printers/printer-values.ts'
import { afterStrip } from '#renderer/printing/printers/test-answer.ts'
import { printerInput } from '#shared/printing/printer-input.ts'
import { escposModels, labelModels } from '#shared/printing/printer-models.ts'
import { checkPrinterTarget, type PrinterProfile } from '#shared/printing/printer-profile.ts'
import {
  brotherPrinter,
  eplPrinter,
  labelPrinter,
  officePrinter,
  receiptPrinter,
  tsplPrinter,
  wideBrotherPrinter,
} from '#tests/support/printer-profiles.ts'

const profiles: Readonly<Record<string, PrinterProfile>> = {
  'a receipt printer': receiptPrinter(),
  'a receipt printer of another make': receiptPrinter(escposModels.clone58),
  'a receipt printer without a drawer': { ...receiptPrinter(), drawer: null },
  'a receipt printer set by hand': { ...receiptPrinter(), columns: 40 },
  'a label printer': labelPrinter({ offset: { x: 8, y: -4 }, darkness: 12 }),
  'a label printer with small labels': labelPrinter({ label: { width: 500, height: 250 } }),
  'a label printer upside down': labelPrinter({ isUpsideDown: true, media: 'mark' }),
  'a TSPL printer': tsplPrinter({ offset: { x: 3, y: 5 }, darkness: 9, gap: 25, rotation: 90 }),
  'a TSPL printer with 600 dpi': tsplPrinter({ dpi: 600, label: { width: 400, height: 200 } }),
  'an EPL2 printer': eplPrinter({ speed: 3, media: 'continuous' }),
  'an EPL2 printer that answers': eplPrinter({ status: 'full' }),
  'a QL printer': brotherPrinter({ cut: 'end' }),
  'a wide QL printer': wideBrotherPrinter({ status: 'full' }),
  'a QL printer with a turned endless roll': brotherPrinter({
    roll: '62',
    label: { width: 1100, height: 620 },
    rotation: 270,
  }),
  'a receipt printer that does not cut': receiptPrinter({ ...escposModels.epsonTm80, cut: 'none' }),
  'a receipt printer with a drawer on pin 5': {
    ...receiptPrinter(),
    drawer: { pin: 5, pulseMs: 200, pulse: 'inLine', opensAtCash: false },
  },
  'an office printer': officePrinter({ by: 'cups', queue: 'Kyocera', server: null }),
  'a receipt printer on a USB port': { ...receiptPrinter(), transport: { by: 'usb', path: '/dev/usb/lp1' } },
  'a receipt printer on a serial port': {
    ...receiptPrinter(),
    transport: {
      ...{ by: 'serial', path: '/dev/ttyUSB0', baud: 38_400, bits: 7 },
      ...{ parity: 'even', flow: 'xonxoff', pace: 800 },
    },
  },
  'a label printer on a Windows queue': { ...labelPrinter(), transport: { by: 'windows', queue: 'Zebra ZD421' } },
  'an office printer on a known queue': officePrinter({
    ...{ by: 'cups', queue: 'Kyocera', server: null, behind: 'ipp://10.0.0.7/ipp/print' },
  }),
  'a label printer on a known Windows queue': {
    ...labelPrinter(),
    transport: { by: 'windows', queue: 'Zebra ZD421', behind: 'ZDesigner ZD421 (USB001)' },
  },
  'an office printer on a Windows queue': officePrinter({ by: 'windows', queue: '\\\\server\\Kyocera' }),
  'a network printer': officePrinter({
    ...{ by: 'ipp', host: 'office.local', port: 443, path: '/ipp/print', isSecure: true },
    identity: { uuid: 'urn:uuid:1', certificate: 'AA:BB' },
  }),
  'a folder': officePrinter({ by: 'folder', path: '/srv/papers' }),
}

describe('the form of a printer', () => {
  test.each(Object.entries(profiles))('[P13] %s opened and saved again is the same printer', (_, profile) => {
    const { id: _id, ...rest } = profile
    expect(printerInputOf(valuesOf(profile), profile)).toEqual(rest)
  })

  test('a new receipt printer starts from its model and is accepted by the contract', () => {
    const input = printerInputOf({ ...freshPrinter, name: 'Receipt', host: ' 192.168.1.40 ' }, null)
    expect(printerInput.safeParse(input).success).toBe(true)
    expect(input).toMatchObject({
      ...escposModels.epsonTm80,
      transport: { by: 'tcp', host: '192.168.1.40', port: 9100 },
    })
  })

  test('without a name, an address or a number as port it is not', () => {
    const wrong = printerInput.safeParse(printerInputOf({ ...freshPrinter, port: 'x' }, null))
    expect(wrong.error?.issues.map(({ path }) => path.join('.')).toSorted()).toEqual([
      'name',
      'transport.host',
      'transport.port',
    ])
  })

  test('[P13] another kind keeps what was typed, and never a way its printers do not have', () => {
    const typed = { ...freshPrinter, name: 'A4', host: 'printer.local' }
    const page = withLanguage(typed, 'pdf')
    expect(page).toMatchObject({ name: 'A4', host: 'printer.local', road: 'ipp', port: '631' })
    expect(roadsOf('pdf')).not.toContain('tcp')
    expect(withLanguage({ ...page, road: 'folder' }, 'zpl').road).toBe('tcp')
  })
})

describe('the form of a label printer', () => {
  test.each(labelModelNames)(
    '[P13] a new %s has the language of its model and is accepted by the contract',
    (labelModel) => {
      const { language } = labelModels[labelModel]
      const values = { ...freshPrinter, name: 'Labels', host: '10.0.0.9', labelModel, language }
      const input = printerInputOf(values, null)
      expect(input.language).toBe(language)
      expect(checkPrinterTarget({ ...printerInput.parse(input), id: 'x' })).toMatchObject({ ok: true })
    },
  )

  test('[P12] another model starts as bought; a QL roll brings the size of its labels', () => {
    const known = tsplPrinter({ darkness: 9 })
    const values = valuesOf(known)
    expect(printerInputOf({ ...values, labelModel: 'tspl300' }, known)).toMatchObject({ dpi: 300, darkness: null })
    const ql = { ...valuesOf(brotherPrinter()), roll: '62', rollLength: '500', rotation: '90' } as const
    expect(printerInputOf(ql, brotherPrinter())).toMatchObject({ label: { width: 500, height: 620 }, rotation: 90 })
  })
})

describe('which rolls and questions come with a model', () => {
  test('[PR86] only a wide QL is offered wide rolls, and a roll it cannot take goes with the model', () => {
    const wide = { ...freshPrinter, ...withLabelModel(freshPrinter, 'brotherQlWide'), roll: '103x164' } as const
    expect(rollsOf(wide)).toContain('103x164')
    expect(rollsOf(wide)).toContain('62x29')
    const narrow = withLabelModel(wide, 'brotherQl')
    expect([narrow.roll, rollsOf(narrow).includes('102')]).toEqual(['62x29', false])
    expect(withLabelModel({ ...wide, roll: '38x90' }, 'brotherQl').roll).toBe('38x90')
  })

  test('[PR87] a model that is chosen is asked as it usually answers; what a person ticked is kept', () => {
    expect(withLabelModel(freshPrinter, 'epl203').labelStatus).toBe('none')
    expect(withLanguage({ ...freshPrinter, ...withLabelModel(freshPrinter, 'tspl203') }, 'zpl').labelStatus).toBe(
      'full',
    )
    const answering = { ...valuesOf(eplPrinter()), labelStatus: 'full' } as const
    expect(printerInputOf(answering, eplPrinter())).toMatchObject({ status: 'full' })
  })
})

describe('the test strip', () => {
  test('[P10] the line that reads right goes first, the others stay behind it', () => {
    const { id: _, ...profile } = receiptPrinter()
    const after = afterStrip(receiptPrinter(), { page: 18, encoding: 'cp852' })
    expect(after).toEqual({
      ...profile,
      codePages: [18, 19, 16, 0].map((page) => profile.codePages.find((each) => each.page === page)),
    })
  })

  test('[P10] a page the printer was not known to have is added; no readable line makes pictures of receipts', () => {
    const clone = receiptPrinter(escposModels.clone58)
    expect(afterStrip(clone, { page: 45, encoding: 'windows1250' })).toMatchObject({
      codePages: [{ page: 45, encoding: 'windows1250' }, { page: 0 }],
    })
    expect(afterStrip(clone, null)).toMatchObject({ pictureFor: 'receipt' })
  })
})
