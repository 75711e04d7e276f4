import { expect, test } from 'vitest'
import { allOf, answerOf, undecided } from '#renderer/tasks/findings/choices.ts'

const paths = ['promised', 'deliveryAddress']

test('[F3] all of one side is one answer, some of each is field by field', () => {
  expect(answerOf(paths, allOf(paths, 'lost'), {})).toEqual({ answer: 'again', keep: [], typed: [] })
  expect(answerOf(paths, allOf(paths, 'stands'), {})).toEqual({ answer: 'theirs', keep: [], typed: [] })
  expect(answerOf(paths, { promised: 'lost', deliveryAddress: 'stands' }, {})).toEqual({
    answer: 'edit',
    keep: ['promised'],
    typed: [],
  })
})

test('[F6] an answer that came second has no fields of its own to choose: it is left as it stands', () => {
  expect([undecided([], {}), answerOf([], {}, {})]).toEqual([[], { answer: 'theirs', keep: [], typed: [] }])
})

test('[F3] what nobody has chosen is still to be decided', () => {
  expect(undecided(paths, { promised: 'lost' })).toEqual(['deliveryAddress'])
  expect(undecided(paths, {})).toEqual(paths)
})

test('[F8] a field that somebody types goes as typed, whatever becomes of the others', () => {
  const value = { on: '2026-12-04', at: null }
  expect(
    answerOf(paths, { promised: 'typed', deliveryAddress: 'lost' }, { promised: value, deliveryAddress: 'x' }),
  ).toEqual({ answer: 'edit', keep: ['deliveryAddress'], typed: [{ path: 'promised', value }] })
  expect(undecided(paths, { promised: 'typed' })).toEqual(['deliveryAddress'])
})
