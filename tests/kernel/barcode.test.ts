import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  checkDigit,
  groupSeparator,
  gtin14,
  isEan8,
  isEan13,
  isGtin,
  longestScan,
  readScan,
  repairDigits,
} from '#shared/kernel/barcode.ts'
import { readElements } from '#shared/kernel/gs1-elements.ts'

function text(raw: string): string {
  const scan = readScan(raw)
  return scan.ok ? scan.text : scan.code
}

describe('[K23] what a scanner typed (reliability c 26-30)', () => {
  it('[bad input 27] [K23] drops the prefix, the ending key and the marks of GS1', () => {
    expect(
      [
        '5901234123457',
        '5901234123457\r\n',
        '5901234123457\t',
        ']C15901234123457',
        ']E05901234123457\n',
        ' 5901234123457 ',
      ].map(text),
    ).toEqual(Array(6).fill('5901234123457'))
    expect(readScan(`]C1${groupSeparator}0105901234123457\r`)).toEqual({
      ok: true,
      text: '0105901234123457',
      symbology: 'C1',
      isGs1: true,
      repaired: false,
    })
    expect(readScan(`${groupSeparator}0105901234123457`)).toMatchObject({
      text: '0105901234123457',
      symbology: null,
      isGs1: true,
    })
    expect(readScan(']Q1X-26-A04831')).toMatchObject({ text: 'X-26-A04831', symbology: 'Q1', isGs1: false })
  })

  it('[bad input 27] [K23] repairs digits of a French or Belgian layout only when the whole text is such signs', () => {
    expect(text('(çà&é"\'&é"\'(è')).toBe('5901234123457')
    expect(readScan('à&é"\'(-è_ç')).toMatchObject({ text: '0123456789', repaired: true })
    expect(repairDigits('à&é"\'(§è!ç')).toBe('0123456789')
    expect(['----', '(-_-)', 'café', '&é', 'à&é"\'x', 'à§-&', '\'"\'"'].map(repairDigits)).toEqual(Array(7).fill(null))
    expect(readScan('26-A04831')).toMatchObject({ text: '26-A04831', repaired: false })
  })

  it('[bad input 30] [K23] takes no control keys, nothing empty and nothing beyond 4 KB', () => {
    expect(
      ['\u0003', 'abc\u001Bdef', '12\r\n34', 'a\tb', '\u0010\u0014', `a${groupSeparator}b`, '\u009B1m'].map(text),
    ).toEqual(Array(7).fill('scan.controlKeys'))
    expect(['', '\r\n', ']C1', groupSeparator].map(text)).toEqual(Array(4).fill('scan.empty'))
    expect([
      text('x'.repeat(longestScan)).length,
      text('x'.repeat(longestScan + 1)),
      text('é'.repeat(longestScan / 2 + 1)),
    ]).toEqual([longestScan, 'scan.tooLong', 'scan.tooLong'])
  })

  it('[bad input 30] [K23] leaves links and commands the text they are', () => {
    const hostile = ['javascript:alert(1)', 'https://evil.example/x?y=1', '^XZ^XA', '; rm -rf /']
    expect(hostile.map(text)).toEqual(hostile)
  })

  it('[K23] never lets a control character through', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary-ascii' }), (raw) => {
        const scan = readScan(raw)
        if (scan.ok) expect(scan.text.replaceAll(groupSeparator, '')).not.toMatch(/\p{Cc}/u)
      }),
    )
  })
})

describe('[K24] article numbers', () => {
  it('[K24] checks the digit of EAN-13, EAN-8, UPC-A and GTIN-14', () => {
    expect([isEan13('5901234123457'), isEan13('5901234123458'), isEan8('96385074'), isEan8('96385075')]).toEqual([
      true,
      false,
      true,
      false,
    ])
    expect(['5901234123457', '96385074', '036000291452', '10614141000415', '123', '59012341234٧'].map(isGtin)).toEqual([
      true,
      true,
      true,
      true,
      false,
      false,
    ])
    expect([gtin14('96385074'), gtin14('036000291452'), gtin14('96385075')]).toEqual([
      '00000096385074',
      '00036000291452',
      null,
    ])
  })

  it('[K24] notices any single wrong digit', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^\d{12}$/),
        fc.nat({ max: 12 }),
        fc.integer({ min: 1, max: 9 }),
        (body, place, by) => {
          const code = body + checkDigit(body)
          expect(isEan13(code)).toBe(true)
          const wrong = code.slice(0, place) + ((Number(code[place]) + by) % 10) + code.slice(place + 1)
          expect(isEan13(wrong)).toBe(false)
        },
      ),
    )
  })

  it('[bad input 30] [K24] takes GS1 element strings apart or says that they are damaged', () => {
    const read = (code: string) => {
      const reading = readElements(code)
      return reading.ok ? Object.fromEntries(reading.elements) : reading.code
    }
    expect(read(`0105901234123457${'10'}LOT7${groupSeparator}37500`)).toEqual({
      '01': '05901234123457',
      10: 'LOT7',
      37: '500',
    })
    expect(read('00106141412345678908')).toEqual({ '00': '106141412345678908' })
    expect(
      [
        '',
        '0105901234123450',
        '010590123',
        '99X',
        '10',
        `10LOT${groupSeparator}10LOT`,
        `01${groupSeparator}5901234123457`,
      ].map(read),
    ).toEqual([
      'scan.damaged',
      'scan.damaged',
      'scan.damaged',
      'scan.unknownElement',
      'scan.damaged',
      'scan.damaged',
      'scan.damaged',
    ])
  })
})
