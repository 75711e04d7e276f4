import { hash } from 'node:crypto'
import { expect, test } from 'vitest'
import { changeId } from '#shared/kernel/change/change-id.ts'
import { hlcOf } from '#shared/kernel/change/clock.ts'
import { lengthened, shortened } from '#shared/sync/short-form.ts'
import type { WireChange } from '#shared/sync/wire.ts'
import { wireWriter } from '#tests/support/wire-writer.ts'
import { seededRandom } from './seeded-random.ts'

const sha256 = (text: string): string => hash('sha256', text, 'hex')
const station = '0190a000-0000-7000-8000-00000000000a'
const how = { station, sha256 }
const at = 1_800_000_000_000

/** As a station writes them: some commands of several changes, some documents again and again. */
function written(many: number, seed: number): readonly WireChange[] {
  const [writer, random] = [wireWriter(station, at), seededRandom(seed)]
  const docs = [0, 1, 2].map((no) => `0190a000-0000-7000-8000-0000000000d${no}`)
  let commandId = ''
  return Array.from({ length: many }, (_, index) => {
    if (commandId === '' || random.chance(0.5)) commandId = crypto.randomUUID()
    const hlc = hlcOf(at + index, 0)
    return writer.write({
      commandId,
      id: random.chance(0.1) ? crypto.randomUUID() : changeId(sha256, station, index + 1, commandId),
      doc: random.pick(docs),
      hlc,
      atWall: new Date(random.chance(0.1) ? at - 5000 : at + index).toISOString(),
      kind: random.pick(['set', 'create', 'folded-by-a-newer-one']),
      reason: random.chance(0.2) ? 'asked for by telephone' : null,
      fields: { [`lines.${index}.note`]: [null, `édit "${index}"\n€`] },
    })
  })
}

test('[Y45] what is left out is put back, change by change, whatever is written', () => {
  for (let seed = 1; seed <= 50; seed += 1) {
    const changes = written(1 + (seed % 20), seed)
    const sent: unknown = JSON.parse(JSON.stringify(shortened(changes, how)))
    expect(lengthened(sent as unknown[], how)).toEqual(changes)
  }
})

test('[Y45] between the first and the last only what is new travels', () => {
  const [first, between, last] = shortened(written(3, 7), how) as Record<string, unknown>[]
  expect(first).toHaveProperty('hash')
  expect(last).toHaveProperty('hash')
  expect(between).not.toHaveProperty('hash')
  expect(between).not.toHaveProperty('actor')
  expect(between).not.toHaveProperty('sseq')
})

test('[Y45] a counter that does not follow is sent whole', () => {
  const changes = written(5, 3).filter((_, index) => index !== 2)
  expect(shortened(changes, how)[2]).toBe(changes[2])
  expect(lengthened(shortened(changes, how), how)).toEqual(changes)
})

test('[Y45] what is altered on the way does not lead to the last hash', () => {
  const changes = written(4, 9)
  const sent = shortened(changes, how).map((each) => ({ ...(each as object) })) as Record<string, unknown>[]
  if (sent[1] !== undefined) sent[1].payload = '{"note":[null,"another"]}'
  const [, , third] = lengthened(sent, how) as WireChange[]
  expect(third?.hash).not.toBe(changes[2]?.hash)
})

test('[Y45] [Y7] what is short of nothing stays as it came', () => {
  const [whole] = written(1, 1)
  const odd = [{ payload: '{}' }, null, 7, [], 'x', whole, null, { hlc: 3, payload: '{}' }]
  expect(lengthened(odd, how)).toEqual(odd)
  // Short of a change, but of nonsense: it is the reader's to say what that is.
  const [, nonsense] = lengthened([whole, { hlc: {}, payload: 5 }], how)
  expect(nonsense).toMatchObject({ hlc: {}, payload: 5, sseq: 2 })
  expect(nonsense).not.toHaveProperty('hash')
})

test('[Y45] a payload is never repeated: a short text unfolds into no long one', () => {
  const [whole] = written(1, 1)
  const [, second] = lengthened([whole, { hlc: hlcOf(at, 9) }], how)
  expect(second).not.toHaveProperty('payload')
})
