import { describe, expect, test } from 'vitest'
import { valuesOfFound } from '#renderer/printing/printers/found-values.ts'
import { freshPrinter, printerInputOf } from '#renderer/printing/printers/printer-values.ts'
import { parseTenths, setUpAnswers } from '#renderer/printing/printers/set-up-answers.ts'
import type { FoundPrinter } from '#shared/printing/found-printer.ts'
import { printerInput } from '#shared/printing/printer-input.ts'
import { escposModels } from '#shared/printing/printer-models.ts'
import { darknessLevels, setUpSteps, withOffset } from '#shared/printing/set-up-steps.ts'
import {
  brotherPrinter,
  eplPrinter,
  labelPrinter,
  officePrinter,
  receiptPrinter,
  tsplPrinter,
} from '#tests/support/printer-profiles.ts'

const printers = [
  receiptPrinter(),
  labelPrinter(),
  tsplPrinter(),
  eplPrinter(),
  brotherPrinter(),
  officePrinter({ by: 'folder', path: '/srv' }),
]

describe('the answers of a set-up', () => {
  test.each(printers.map((profile) => [profile.language, profile] as const))(
    '[PR64] every step of a printer for %s ends in answers with keys of their own, kept as a profile the core takes',
    (_, profile) => {
      const { id: _id, ...unchanged } = profile
      for (const step of setUpSteps(profile)) {
        const levels = profile.language === 'escpos' || profile.language === 'pdf' ? [] : darknessLevels(profile)
        const lines = [{ page: 19, encoding: 'cp858' }]
        const answers = setUpAnswers({ step, profile, lines, levels })
        expect(answers.length).toBeGreaterThan(0)
        expect(new Set(answers.map(({ keys }) => keys)).size).toBe(answers.length)
        for (const { profile: kept, leadsTo } of answers) {
          if (kept !== null) expect(printerInput.parse(kept)).toMatchObject({ ...unchanged, ...kept })
          if (leadsTo !== 'next' && leadsTo !== 'again') expect(setUpSteps(profile)).toContain(leadsTo)
        }
      }
    },
  )

  test('[PR64][P16] the longest whole line is the width', () => {
    const profile = receiptPrinter(escposModels.clone80)
    const answers = setUpAnswers({ step: 'width', profile, lines: [], levels: [] })
    expect(answers.map(({ profile: kept }) => kept)).toMatchObject([
      { columns: 32, dots: 384 },
      { columns: 42, dots: 512 },
      { columns: 48, dots: 576 },
    ])
  })

  test('[PR64][P12] the label that looks right is the darkness; around what is set on a Zebra, and never beyond its ends', () => {
    const profile = labelPrinter({ darkness: 28 })
    const levels = darknessLevels(profile)
    expect(levels).toEqual([14, 18, 22, 26, 30])
    const answers = setUpAnswers({ step: 'darkness', profile, lines: [], levels })
    expect(answers[1]?.profile).toMatchObject({ darkness: 18 })
  })

  test('[P12] tenths of a millimetre become dots against the way it was off, and add up over two measurements', () => {
    const once = withOffset(labelPrinter(), { right: 10, down: -25 })
    expect(once.offset).toEqual({ x: -8, y: 20 })
    expect(withOffset(once, { right: -5, down: 0 }).offset).toEqual({ x: -4, y: 20 })
    expect(withOffset(tsplPrinter({ dpi: 300 }), { right: 10, down: 0 }).offset).toEqual({ x: -12, y: 0 })
  })

  test.each([
    ['12', 12],
    ['-3', -3],
    ['−3', -3],
    ['+4', 4],
    [' 0 ', 0],
    ['1,5', null],
    ['300', null],
    ['x', null],
    ['', null],
  ])('[P12] "%s" typed as tenths of a millimetre is %s', (text, tenths) => {
    expect(parseTenths(text)).toBe(tenths)
  })
})

describe('the form of a found printer', () => {
  const found = (change: Partial<FoundPrinter>): FoundPrinter => ({
    ...{ name: 'Label ZD421', model: 'Zebra ZD421', host: '10.0.0.12', language: 'zpl' },
    ways: [{ by: 'raw', port: 9100, path: null }],
    marks: { uuid: null, serial: null, mac: null, networkName: 'Label ZD421' },
    ...change,
  })

  test.each(['escpos', 'zpl', 'tspl', 'epl', 'brother'] as const)(
    '[PR63] of %s is complete and goes to its address',
    (language) => {
      const input = printerInputOf(valuesOfFound(freshPrinter, found({ language })), null)
      expect(printerInput.parse(input)).toMatchObject({
        language,
        transport: { by: 'tcp', host: '10.0.0.12', port: 9100 },
      })
    },
  )

  test('[PR63][PR31] of an office printer takes the encrypted way where there is one', () => {
    const ways = [
      { by: 'raw', port: 9100, path: null },
      { by: 'ipp', port: 631, path: '/ipp/print' },
      { by: 'ipps', port: 443, path: '/ipp/print' },
    ] as const
    const secure = printerInputOf(valuesOfFound(freshPrinter, found({ language: 'pdf', ways: [...ways] })), null)
    expect(printerInput.parse(secure).transport).toEqual({
      ...{ by: 'ipp', host: '10.0.0.12', port: 443, path: '/ipp/print' },
      ...{ isSecure: true, identity: null },
    })
    const plain = printerInputOf(valuesOfFound(freshPrinter, found({ language: 'pdf', ways: ways.slice(0, 2) })), null)
    expect(plain.transport).toMatchObject({ by: 'ipp', port: 631, isSecure: false })
  })

  test('[PR63] of an unknown make keeps the kind that was chosen', () => {
    const values = { ...freshPrinter, language: 'tspl', labelModel: 'tspl300' } as const
    const wide = valuesOfFound(freshPrinter, found({ language: 'brother', model: 'Brother QL-1110NWB' }))
    expect(printerInputOf(wide, null)).toMatchObject({ language: 'brother', head: 1296, status: 'none' })
    expect(valuesOfFound(values, found({ language: null }))).toMatchObject({ language: 'tspl', host: '10.0.0.12' })
  })
})
