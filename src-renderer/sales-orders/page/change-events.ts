import type { GlyphName } from '#renderer/ui/index.ts'
import type { OutputFor } from '#shared/contract.ts'
import { said, type TimelineEvent, type TimelineSaying } from './timeline.ts'

type HistoryEntry = OutputFor<'history.get'>['entries'][number]

const glyphOfCommand: Readonly<Record<string, GlyphName>> = {
  'salesOrder.hold': 'on-hold',
  'salesOrder.release': 'ring',
  'salesOrder.cancel': 'called-off',
  'salesOrder.restore': 'ring',
  'salesOrder.close': 'ink-check',
  'salesOrder.reopen': 'ring',
  'salesOrder.confirm': 'ring',
}

/** A change as the timeline says it: the command's own sentence, or the one thing that a change touched. */
export function changeEvents(entries: readonly HistoryEntry[]): readonly TimelineEvent[] {
  return ofOneCommand(entries)
    .filter(({ verdict }) => verdict !== 'refused')
    .map((entry) => ({
      id: entry.id,
      at: entry.at,
      kind: 'change',
      glyph: entry.command === 'salesOrder.take' ? 'ring' : (glyphOfCommand[entry.command] ?? 'pencil'),
      saying: sayingOf(entry),
      who: entry.user?.name ?? '',
      where: entry.station.code ?? '',
      code: '',
      reason: entry.reason ?? holdReasonOf(entry),
    }))
}

/** What one command did in several groups (an order placed: typed, then numbered) is one moment to a person. */
export function ofOneCommand(entries: readonly HistoryEntry[]): readonly HistoryEntry[] {
  const merged = new Map<string, HistoryEntry>()
  for (const entry of entries) {
    const known = merged.get(entry.commandId)
    merged.set(entry.commandId, known === undefined ? entry : { ...known, fields: fromFirstToLast(known, entry) })
  }
  return [...merged.values()]
}

/** Entries come newest first: what the older one said is what it was before. */
function fromFirstToLast(newer: HistoryEntry, older: HistoryEntry): HistoryEntry['fields'] {
  const before = new Map(older.fields.map((field) => [field.path, field]))
  const touchedAgain = newer.fields.map((field) => {
    const first = before.get(field.path)
    before.delete(field.path)
    return first === undefined ? field : { ...field, from: first.from }
  })
  return [...touchedAgain, ...before.values()]
}

function holdReasonOf(entry: HistoryEntry): string {
  const reason = entry.fields.find(({ path }) => path === 'holdReason' || path === 'cancelReason')?.to
  return typeof reason === 'string' ? reason : ''
}

function sayingOf(entry: HistoryEntry): TimelineSaying {
  const { command, fields } = entry
  if (command === 'salesOrder.take') {
    const number = fields.find(({ path }) => path === 'number')?.to
    const text = numberText(number)
    return text === '' ? said('timeline.draftKept') : said('timeline.taken', { number: text })
  }
  if (command === 'finding.resolve') return said('timeline.decided')
  if (command !== 'salesOrder.change') {
    const verb = command.startsWith('salesOrder.') ? command.slice('salesOrder.'.length) : ''
    return said(verb in glyphOfVerb ? `timeline.${verb}` : 'timeline.changed')
  }
  return changeSaying(fields)
}

const glyphOfVerb: Readonly<Record<string, true>> = {
  hold: true,
  release: true,
  cancel: true,
  restore: true,
  close: true,
  reopen: true,
  confirm: true,
}

/** Lines first: they are what a change is usually about. */
function changeSaying(fields: HistoryEntry['fields']): TimelineSaying {
  const lines = new Map<string, string[]>()
  const heads: string[] = []
  for (const { path } of fields) {
    const [entity, lineId, field] = path.split('.')
    if (entity === 'lines' && lineId !== undefined && field !== undefined) {
      lines.set(lineId, [...(lines.get(lineId) ?? []), field])
    } else if (entity !== undefined) heads.push(entity)
  }
  const kinds = [...lines.entries()].map(([lineId, touched]) => lineChange(fields, lineId, touched))
  const [only, ...others] = kinds
  if (only !== undefined && others.length === 0 && heads.length === 0) {
    return said(`timeline.line.${only.kind}`, { title: only.title })
  }
  if (only !== undefined && kinds.every(({ kind }) => kind === only.kind) && heads.length === 0) {
    return said(`timeline.lines.${only.kind}`, { count: kinds.length })
  }
  const [head, ...moreHeads] = heads
  if (only === undefined && head !== undefined && moreHeads.length === 0) return said(`timeline.field.${head}`)
  return said('timeline.several', { count: kinds.length + heads.length })
}

type LineChange = 'added' | 'removed' | 'restored' | 'artwork' | 'note' | 'changed'

function lineChange(
  fields: HistoryEntry['fields'],
  lineId: string,
  touched: readonly string[],
): { readonly kind: LineChange; readonly title: string } {
  const at = (field: string) => fields.find(({ path }) => path === `lines.${lineId}.${field}`)
  const item = at('item')
  const title = titleOf(item?.to) || titleOf(item?.from)
  const removed = at('removed')
  if (removed !== undefined) return { kind: removed.to === true ? 'removed' : 'restored', title }
  if (item !== undefined && item.from === null) return { kind: 'added', title }
  if (touched.length === 1 && touched[0] === 'artwork') return { kind: 'artwork', title }
  if (touched.length === 1 && touched[0] === 'note') return { kind: 'note', title }
  return { kind: 'changed', title }
}

function titleOf(item: unknown): string {
  return item !== null && typeof item === 'object' && 'title' in item && typeof item.title === 'string'
    ? item.title
    : ''
}

function numberText(number: unknown): string {
  if (typeof number === 'string') return number
  return number !== null && typeof number === 'object' && 'text' in number && typeof number.text === 'string'
    ? number.text
    : ''
}
