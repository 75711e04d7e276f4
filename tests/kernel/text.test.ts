import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { cleanText, countCharacters, directionMarker, fold, requiredText, textField } from '#shared/kernel/text.ts'

function clean(raw: string, multiline = false): string {
  const reading = cleanText(raw, { multiline, max: 1_000_000 })
  return reading.ok ? reading.text : reading.code
}

describe('[K7] text at the boundary', () => {
  it('[bad input 4] [K7] composes, trims and drops what nobody can see', () => {
    expect(clean('\uFEFF  Cafe\u0301\u0000 \u200BNoord\u00AD \u0007')).toBe('Café Noord')
    expect(clean('a\r\nb\tc\u2028d')).toBe('a b c d')
    expect(clean('a\r\nb\rc\tmid\n', true)).toBe('a\nb\nc\tmid')
    expect(clean('\u3164\u200B\u2060')).toBe('')
  })

  it('[bad input 5] [K7] keeps emoji whole, with joiners, skin and flags', () => {
    const emoji = '👩‍🎨 👩🏽‍🔧 ❤️‍🔥 🏴󠁧󠁢󠁥󠁮󠁧󠁿 🇵🇱 1️⃣'
    expect(clean(emoji)).toBe(emoji)
    expect(clean('a\u200Db\u{E0041}\u{E0042}')).toBe('ab')
  })

  it('[Values] [bad input 5] [bad input 7] [K7] keeps combining stacks and dangerous-looking text as text', () => {
    const typed = `O'Brien", Robert'); DROP TABLE students; <script>alert(1)</script> {{7*7}} \${x} % _ *`
    expect(clean(typed)).toBe(typed)
    const stacked = `Z${'\u0336'.repeat(50)}`
    expect(clean(stacked)).toBe(stacked)
  })

  it('[bad input 4] [K7] makes characters that turn the writing direction visible', () => {
    expect(cleanText('invoice\u202Efdp.exe')).toEqual({ ok: true, text: `invoice${directionMarker}fdp.exe`, marked: 1 })
    expect(cleanText('\u200Eשלום\u200F')).toEqual({ ok: true, text: 'שלום', marked: 0 })
  })

  it('[bad input 3] [K7] counts characters and says how many are too many', () => {
    expect(countCharacters('🇵🇱ł')).toBe(3)
    expect(cleanText('x'.repeat(200)).ok).toBe(true)
    expect(cleanText('x'.repeat(1_000_000))).toEqual({
      ok: false,
      code: 'text.tooLong',
      params: { max: 200, count: 1_000_000 },
    })
    expect(cleanText(' \u200B ', { required: true })).toEqual({ ok: false, code: 'text.required' })
  })

  it('[Values] [bad input 4] [K7] is well formed, stable and free of controls for any input', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), fc.boolean(), (raw, multiline) => {
        const once = clean(raw, multiline)
        expect(clean(once, multiline)).toBe(once)
        expect(once.isWellFormed()).toBe(true)
        // biome-ignore lint/suspicious/noControlCharactersInRegex: their absence is what is tested
        expect(once).not.toMatch(/[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/u)
      }),
    )
  })

  it('[K7] cleans inside a schema and gives the code as the issue', () => {
    const schema = z.object({ name: requiredText({ max: 5 }), note: textField().optional() })
    expect(schema.parse({ name: '  Anna\u0000 ' })).toEqual({ name: 'Anna' })
    const issues = (input: unknown) =>
      schema.safeParse(input).error?.issues.map(({ path, message, ...rest }) => ({
        path,
        message,
        params: 'params' in rest ? rest.params : null,
      }))
    expect(issues({ name: 'Annabel' })).toEqual([
      { path: ['name'], message: 'text.tooLong', params: { max: 5, count: 7 } },
    ])
    expect(issues({ name: '\u200B' })).toEqual([{ path: ['name'], message: 'text.required', params: {} }])
    expect(z.toJSONSchema(schema, { io: 'input' }).properties).toMatchObject({ name: { type: 'string' } })
  })
})

describe('[K8] folding for search', () => {
  it('[K8] strips case, accents and letters that do not come apart', () => {
    expect(fold('ŁÓDŹ Źdźbło')).toBe('lodz zdzblo')
    expect(fold('Straße STRASSE ẞ')).toBe('strasse strasse ss')
    expect(fold('Ærø Œuvre Đorđe İstanbul ısı')).toBe('aero oeuvre dorde istanbul isi')
    expect(fold('Cafe\u0301  d’Été')).toBe("cafe d'ete")
    expect(fold('85×55 m² – ﬁne')).toBe('85x55 m2 - fine')
    expect(fold('Groß-Umstadt')).toBe(fold('GROSS-UMSTADT'))
  })

  it('[K8] is stable for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const folded = fold(text)
        expect(fold(folded)).toBe(folded)
        expect(fold(text.normalize('NFC'))).toBe(fold(text.normalize('NFD')))
      }),
    )
  })
})
