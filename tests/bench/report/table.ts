import { type Aim, type Figure, isMet, type Missing, ratioOf, type Unit } from '../figure.ts'

export interface Line {
  readonly work: string
  readonly aim: string
  readonly measured: string
  readonly raw: string
  readonly ratio: string
  readonly met: string
}

export const headings: Line = {
  work: 'work',
  aim: 'aim',
  measured: 'p50 / p95',
  raw: 'raw',
  ratio: 'ratio',
  met: 'met',
}

export function linesOf(figures: readonly Figure[], missing: readonly Missing[]): readonly Line[] {
  return [...figures.map(lineOf), ...missing.map(lineOfMissing)]
}

function lineOf(figure: Figure): Line {
  const { work, aim, unit, measured, raw } = figure
  const ratio = ratioOf(figure)
  const isOne = measured.count === 1
  return {
    work,
    aim: aimText(aim, unit, isOne),
    measured: isOne ? amount(measured.p50, unit) : `${amount(measured.p50, unit)} / ${amount(measured.p95, unit)}`,
    raw: raw === undefined ? '' : `${amount(raw.measured.p50, unit)} (${raw.what})`,
    ratio: ratio === undefined ? '' : `${ratio < 10 ? ratio.toFixed(1) : ratio.toFixed(0)}x`,
    met: Object.keys(aim).length === 0 ? '' : isMet(figure) ? 'yes' : 'NO',
  }
}

function lineOfMissing({ work, problem }: Missing): Line {
  return { work, aim: '', measured: `not measured: ${problem}`, raw: '', ratio: '', met: 'NO' }
}

function aimText({ p50, p95, ratio }: Aim, unit: Unit, isOne: boolean): string {
  return [
    p50 === undefined ? '' : `${isOne ? '' : 'p50 '}<= ${amount(p50, unit)}`,
    p95 === undefined ? '' : `p95 <= ${amount(p95, unit)}`,
    ratio === undefined ? '' : `<= ${ratio}x raw`,
  ]
    .filter((each) => each !== '')
    .join(', ')
}

function amount(value: number, unit: Unit): string {
  const digits = value >= 100 ? 0 : value >= 10 ? 1 : 2
  return `${value.toFixed(digits)} ${unit}`
}

export function asText(lines: readonly Line[]): string {
  const all = [headings, ...lines]
  const columns = ['work', 'aim', 'measured', 'raw', 'ratio', 'met'] as const
  const width = (column: keyof Line): number => Math.max(...all.map((line) => line[column].length))
  const widths = columns.map(width)
  return all
    .map((line) =>
      columns
        .map((column, at) => line[column].padEnd(widths[at] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

export function asMarkdown(lines: readonly Line[]): string {
  const row = ({ work, aim, measured, raw, ratio, met }: Line): string =>
    `| ${[work, aim, measured, raw, ratio, met].map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
  return [row(headings), '| --- | --- | --- | --- | --- | --- |', ...lines.map(row)].join('\n')
}
