import { type Language, languages } from '#shared/kernel/language.ts'
import type { TemplateDesign } from '#shared/printing/templates/design-schema.ts'
import type { DesignPart, LabelDesign } from '#shared/printing/templates/label-design.ts'
import type { PaperDesign } from '#shared/printing/templates/paper-look.ts'
import { textPlaces } from '#shared/printing/templates/template-shape.ts'

/** Words below `printing:screen.`. */
export type SayDesign = (key: string, params?: Readonly<Record<string, string | number>>) => string

interface DesignWords {
  readonly say: SayDesign
  readonly part: (part: DesignPart) => string
  /** Whose words of a letter are shown; where it has none, the first that there are. */
  readonly language: Language
}

/** Longer words of a letter are told by how they begin. */
const shownOfText = 40

/** A design as one reads it beside another: what a person chose, thing by thing, and nothing of what stands as built in. */
export function designWords(design: TemplateDesign, words: DesignWords): readonly string[] {
  return design.design === 'paper' ? paperWords(design, words) : labelWords(design, words)
}

function paperWords({ logo, accent, texts, sections, columns }: PaperDesign, { say, language }: DesignWords): string[] {
  const fact = (what: string, said: string) => (said === '' ? [] : [say('templates.fact', { what, said })])
  const shown = (pieces: PaperDesign['sections'], word: string) =>
    pieces.flatMap(({ name, isShown }) => (isShown ? [say(`${word}.${name}`)] : [])).join(', ')
  return [
    ...fact(say('templates.logo'), say(`templates.logoOf.${logo.from}`)),
    ...fact(say('templates.accent'), accent ?? ''),
    ...textPlaces.flatMap((place) => {
      const said = texts[place] ?? {}
      const text = [language, ...languages].map((each) => said[each] ?? '').find((each) => each !== '') ?? ''
      const begins = text.length > shownOfText ? `${text.slice(0, shownOfText).trimEnd()} …` : text
      return fact(say(`templates.text.${place}`), begins.replaceAll('\n', ' '))
    }),
    ...fact(say('templates.blocks'), shown(sections, 'block')),
    ...fact(say('templates.columns'), shown(columns, 'tableColumn')),
  ]
}

function labelWords({ size, parts }: LabelDesign, { part, language }: DesignWords): string[] {
  const millimetres = new Intl.NumberFormat(language)
  const [width, height] = [size.width, size.height].map((tenths) => millimetres.format(tenths / 10))
  return [`${width} × ${height} mm`, ...parts.map(part).filter((said) => said !== '')]
}
