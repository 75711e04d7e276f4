import { expect, test } from 'vitest'
import { parseClientFrame, parseServerFrame } from '#shared/kernel/frames.ts'

const commandId = '01890a5d-ac96-774b-bcce-b302099a8057'
const query = { id: 1, do: 'query', name: 'salesOrder.list', input: {} }
const command = { id: 1, do: 'command', name: 'salesOrder.confirm', input: {}, commandId }

test('frames of each kind are taken as they are, a command id in lower case', () => {
  expect([query, command, { ...query, do: 'local', input: null }].map(parseClientFrame)).toEqual([
    query,
    command,
    { ...query, do: 'local', input: null },
  ])
  expect(parseClientFrame({ ...command, commandId: commandId.toUpperCase() })).toEqual(command)
})

const withPrototypeKey: unknown = JSON.parse(
  `{"id":1,"do":"query","name":"salesOrder.list","input":{},"__proto__":{"commandId":"x"}}`,
)

test.each([
  ['nothing', undefined],
  ['null', null],
  ['a text', JSON.stringify(query)],
  ['a number', 1],
  ['a list', [query]],
  ['a map', new Map(Object.entries(query))],
  ['bytes', new Uint8Array(8)],
  ['an empty object', {}],
  ['no id', { ...query, id: undefined }],
  ['a text for an id', { ...query, id: '1' }],
  ['a fraction for an id', { ...query, id: 1.5 }],
  ['no number for an id', { ...query, id: Number.NaN }],
  ['a negative id', { ...query, id: -1 }],
  ['an id beyond exact numbers', { ...query, id: 2 ** 53 }],
  ['a big integer for an id', { ...query, id: 1n }],
  ['an unknown kind', { ...query, do: 'sql' }],
  ['a kind of every object', { ...query, do: 'constructor' }],
  ['a list for a kind', { ...query, do: ['query'] }],
  ['no name', { ...query, name: undefined }],
  ['a name without an entity', { ...query, name: 'list' }],
  ['a name with a path', { ...query, name: '../../etc/passwd' }],
  ['a name of a prototype', { ...query, name: '__proto__' }],
  ['a name in another alphabet', { ...query, name: 'salesОrder.list' }],
  ['a name with an end of line', { ...query, name: 'salesOrder.list\n' }],
  ['a name of a million letters', { ...query, name: `a.${'b'.repeat(1_000_000)}` }],
  ['an object for a name', { ...query, name: { toString: () => 'salesOrder.list' } }],
  ['a field nobody knows', { ...query, token: 'x' }],
  ['a prototype among the fields', withPrototypeKey],
  ['a command without its id', { ...command, commandId: undefined }],
  ['a command with an id that is no UUID', { ...command, commandId: '1' }],
  ['a command with a list for an id', { ...command, commandId: [commandId] }],
  ['a query with a command id', { ...query, commandId }],
  ['a local action with a command id', { ...query, do: 'local', commandId }],
])('[X4] %s is no frame', (_, value) => {
  expect(parseClientFrame(value)).toBeNull()
})

test('what other senders say to a page is no answer', () => {
  expect([null, 'counterproof:port', {}, { id: 1 }, { ok: true }].map(parseServerFrame)).toEqual([
    null,
    null,
    null,
    null,
    null,
  ])
  expect(parseServerFrame({ announce: { entities: {}, local: [] } })).toEqual({ announce: { entities: {}, local: [] } })
})
