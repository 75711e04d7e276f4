import { expect, test } from 'vitest'
import type { Json } from '#shared/kernel/canonical-json.ts'
import { type AnsweredChange, conflictsIn, mayOverwriteUnseen } from '#shared/kernel/change/conflicts.ts'
import { answerPath, documentEntity, free, rows } from '#shared/kernel/change/entity.ts'
import { foldChange, nothingFolded } from '#shared/kernel/change/fold.ts'
import { isTakenAway, scopesOf, sightOf, sightPath } from '#shared/kernel/change/taken-away.ts'

const crate = documentEntity('crate', {
  price: free(0, { important: true }),
  remark: free(''),
  archived: free(false),
  items: rows({ text: free('', { important: true }), note: free(''), removed: free(false, { important: true }) }),
})

type Fields = Readonly<Record<string, readonly [Json, Json]>>
const change = (id: string, at: number, fields: Fields, more: Partial<AnsweredChange> = {}): AnsweredChange => ({
  id,
  station: id.charAt(0),
  kind: 'set',
  fields,
  stamp: `${String(at).padStart(16, '0')}${id.charAt(0)}`,
  isRefused: false,
  ...more,
})
const born = change(
  'A0',
  1,
  { price: [null, 10], 'items.x.text': [null, 'one'], 'items.y.text': [null, 'two'] },
  { kind: 'create' },
)
const idOf = ({ cause }: { readonly cause: readonly string[] }) => cause.join('+')
const found = (...log: AnsweredChange[]) => conflictsIn(crate, [born, ...log], idOf)

/** As a station writes it that has seen these changes: with what it saw of what it takes away or works on although it is. */
function write(seen: readonly AnsweredChange[], id: string, at: number, fields: Fields): AnsweredChange {
  const values = [born, ...seen, change(id, at, fields)].reduce((document, each) => {
    const outcome = foldChange(crate, document, each)
    return outcome.ok ? outcome.document : document
  }, nothingFolded).values
  const scopes = new Set(Object.keys(fields).flatMap((path) => scopesOf(crate, path)))
  const sights = [...scopes]
    .filter((scope) => isTakenAway(values, scope))
    .map((scope) => [sightPath(scope), [null, sightOf(crate, values, scope)]] as const)
  return change(id, at, { ...fields, ...Object.fromEntries(sights) })
}
const removeX = { 'items.x.removed': [false, true] } as const
const editX = { 'items.x.text': ['one', 'uno'] } as const

test('[Y40] a row removed at one station and worked on at another is found, whichever of the two came first', () => {
  const edit = write([], 'A1', 5, editX)
  const removal = write([], 'B1', 7, removeX)
  const expected = [
    {
      kind: 'takenAway',
      cause: ['A1', 'B1'],
      fields: [
        { path: 'items.x.removed', lost: { value: false, change: 'A1' }, stands: { value: true, change: 'B1' } },
        { path: 'items.x.text', lost: { value: 'uno', change: 'A1' }, stands: { value: 'one', change: null } },
      ],
    },
  ]
  expect(found(edit, removal)).toMatchObject(expected)
  expect(found(removal, edit)).toMatchObject(expected)
  expect(found(removal, { ...edit, stamp: change('A1', 9, {}).stamp })).toMatchObject(expected)
})

test('[Y40] whoever saw what they took away, or saw that it was and worked on it all the same, loses nobody’s work', () => {
  const edit = write([], 'A1', 5, editX)
  expect(found(edit, write([edit], 'B1', 7, removeX))).toEqual([])
  const removal = write([], 'B1', 7, removeX)
  expect(found(removal, write([removal], 'A2', 9, editX))).toEqual([])
  // Another row, and a field that is of no weight.
  expect(found(write([], 'A1', 5, { 'items.y.text': ['two', 'due'] }), removal)).toEqual([])
  expect(found(write([], 'A1', 5, { 'items.x.note': ['', 'n'] }), removal)).toEqual([])
  // Both removed it.
  expect(found(write([], 'A1', 5, { ...editX, ...removeX }), removal)).toEqual([])
})

test('[Y40] a document archived at one station and worked on at another is found, its rows included', () => {
  const archive = write([], 'B1', 7, { archived: [false, true] })
  expect(found(write([], 'A1', 5, { price: [10, 12] }), archive)).toMatchObject([
    { kind: 'takenAway', fields: [{ path: 'archived' }, { path: 'price' }] },
  ])
  expect(found(archive, write([], 'A1', 5, editX))).toMatchObject([
    { fields: [{ path: 'archived' }, { path: 'items.x.text' }] },
  ])
  expect(found(archive, write([], 'A1', 5, { remark: ['', 'r'] }))).toEqual([])
})

test('[Y23] [Y40] who works on goes on in the same finding; it goes once somebody has taken it back in', () => {
  const removal = write([], 'B1', 4, removeX)
  const edits = [write([], 'A1', 5, editX), write([], 'A2', 6, { 'items.x.text': ['uno', 'eins'] })]
  expect(found(removal, ...edits)).toMatchObject([
    { cause: ['A1', 'B1'], changes: ['B1', 'A1', 'A2'], fields: [{}, { lost: { value: 'eins', change: 'A2' } }] },
  ])
  const back = write([removal, ...edits], 'B2', 9, { 'items.x.removed': [true, false] })
  expect(found(removal, ...edits, back)).toEqual([])
  // One that was answered is history and stays.
  const answer = change('B2', 9, { [answerPath('A1+B1')]: [null, 'again'], 'items.x.removed': [true, false] })
  expect(found(removal, ...edits, { ...answer, kind: 'resolve' })).toHaveLength(1)
})

test('[Y40] whoever had been refused a change of it had seen it', () => {
  const edit = write([], 'A1', 2, editX)
  const tried = change('B1', 3, { 'items.x.text': ['uno', 'eins'] }, { isRefused: true })
  const removal = write([edit, { ...tried, isRefused: false }], 'B2', 4, removeX)
  expect(found(edit, tried, removal).filter(({ kind }) => kind === 'takenAway')).toEqual([])
})

test('[Y41] [Y42] what was set apart or flagged is found by station and reason, until somebody has looked', () => {
  const handedIn = { isRefused: true, code: 'station.revoked' }
  const log = [
    born,
    change('B1', 3, { price: [10, 12] }, handedIn),
    change('B2', 4, { price: [12, 13], remark: ['', 'r'] }, handedIn),
    change('C1', 5, { remark: ['', 's'] }, { code: 'author.leftSince' }),
  ]
  expect(conflictsIn(crate, log, idOf)).toMatchObject([
    {
      kind: 'station.revoked',
      cause: ['B1'],
      changes: ['B1', 'B2'],
      fields: [
        { path: 'price', lost: { value: 13, change: 'B2' }, stands: { value: 10, change: 'A0' } },
        { path: 'remark', lost: { value: 'r' }, stands: { value: null, change: null } },
      ],
    },
    { kind: 'author.leftSince', cause: ['C1'], changes: ['C1'], fields: [] },
  ])
  // Looked at before the second came.
  const apart = conflictsIn(crate, log, idOf, (id, before) => id === 'B1' && before.id === 'B2')
  expect(apart.map(({ cause }) => cause)).toEqual([['B1'], ['B2'], ['C1']])
})

test('[Y40] nothing of that gets past the look that is taken before folding', () => {
  const looks = (...log: AnsweredChange[]) => {
    let document = nothingFolded
    return [born, ...log].map((each) => {
      const looked = mayOverwriteUnseen(crate, document, each)
      const outcome = foldChange(crate, document, each)
      if (outcome.ok) document = outcome.document
      return looked
    })
  }
  const edit = write([], 'A1', 5, editX)
  const removal = write([], 'B1', 7, removeX)
  expect([looks(edit, removal).at(-1), looks(removal, edit).at(-1)]).toEqual([true, true])
})
