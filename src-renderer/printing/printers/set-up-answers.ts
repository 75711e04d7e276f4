import type { InputFor, OutputFor } from '#shared/contract.ts'
import type { LabelProfile } from '#shared/printing/printer-profile.ts'
import { type PrinterTestKind, receiptWidths } from '#shared/printing/set-up-steps.ts'
import { afterStrip } from './test-answer.ts'

type Profile = OutputFor<'printer.list'>['printers'][number]['profile']
type Changed = NonNullable<InputFor<'printer.change'>['profile']>
type Lines = OutputFor<'printer.test'>['lines']

/** One thing a person may see on the paper of a test, and what follows from it. */
export interface SetUpAnswer {
  readonly keys: string
  /** Text below `screen.setUp.`, with what stands in it. */
  readonly word: string
  readonly params: Readonly<Record<string, string | number>>
  /** Kept in the printer's profile; null: nothing to keep. */
  readonly profile: Changed | null
  /** The next step, the same test once more, or another step of this printer. */
  readonly leadsTo: 'next' | 'again' | PrinterTestKind
}

interface Seen {
  readonly step: PrinterTestKind
  readonly profile: Profile
  readonly lines: Lines
  readonly levels: readonly number[]
}

const answer = (keys: string, word: string, more: Partial<SetUpAnswer> = {}): SetUpAnswer => ({
  ...{ keys, word, params: {}, profile: null, leadsTo: 'next' },
  ...more,
})

/** What can be answered about the test of a step (PR64). */
export function setUpAnswers({ step, profile, lines, levels }: Seen): readonly SetUpAnswer[] {
  switch (step) {
    case 'page':
      return [
        answer('1', 'page.right'),
        ...(profile.language === 'escpos' ? [answer('2', 'page.letters', { leadsTo: 'codePages' })] : []),
        answer('0', 'page.nothing', { leadsTo: 'again' }),
      ]
    case 'width':
      return profile.language === 'escpos' ? widthAnswers(profile) : []
    case 'codePages':
      return profile.language === 'escpos' ? codePageAnswers(profile, lines) : []
    case 'cut':
      return profile.language === 'escpos' ? cutAnswers(profile) : []
    case 'calibrate':
      return [answer('1', 'calibrate.right'), answer('2', 'calibrate.wrong', { leadsTo: 'again' })]
    case 'ruler':
      return [
        answer('1', 'ruler.right'),
        answer('2', 'ruler.wrong', { leadsTo: profile.language === 'brother' ? 'again' : 'calibrate' }),
      ]
    case 'offset':
      return [answer('1', 'offset.right')]
    case 'darkness':
      return isOfLabels(profile) ? darknessAnswers(profile, levels) : []
  }
}

type Receipt = Extract<Profile, { language: 'escpos' }>

function widthAnswers({ id: _, ...profile }: Receipt): readonly SetUpAnswer[] {
  return receiptWidths.map((width, index) =>
    answer(String(index + 1), 'width.line', {
      params: { number: index + 1, columns: width.columns },
      profile: { ...profile, ...width },
    }),
  )
}

function codePageAnswers(profile: Receipt, lines: Lines): readonly SetUpAnswer[] {
  return [
    ...lines.map((line, index) =>
      answer(String(index + 1), 'codePages.line', {
        params: { number: index + 1, name: line.encoding },
        profile: afterStrip(profile, line),
      }),
    ),
    answer('0', 'codePages.none', { profile: afterStrip(profile, null) }),
  ]
}

function cutAnswers({ id: _, ...profile }: Receipt): readonly SetUpAnswer[] {
  return (['partial', 'full', 'none'] as const).map((cut, index) =>
    answer(index === 2 ? '0' : String(index + 1), `cut.${cut}`, { profile: { ...profile, cut } }),
  )
}

function darknessAnswers(
  { id: _, ...profile }: Exclude<LabelProfile, { language: 'brother' }>,
  levels: readonly number[],
) {
  return levels.map((darkness, index) =>
    answer(String(index + 1), 'darkness.label', { params: { number: index + 1 }, profile: { ...profile, darkness } }),
  )
}

function isOfLabels(profile: Profile): profile is Exclude<LabelProfile, { language: 'brother' }> {
  return profile.language === 'zpl' || profile.language === 'tspl' || profile.language === 'epl'
}

/** Tenths of a millimetre as a person types them: a whole number, with a minus for left and up. */
export function parseTenths(text: string): number | null {
  const match = /^\s*[+]?([-−]?\d{1,3})\s*$/u.exec(text)
  const tenths = match === null ? null : Number(match[1]?.replace('−', '-'))
  return tenths === null || Math.abs(tenths) > 200 ? null : tenths
}
