import { expect, test } from 'vitest'
import { allOf, answerOf, undecided } from '#renderer/tasks/findings/choices.ts'

const paths = ['promised', 'deliveryAddress']

test('[F3] all of one side is one answer, some of each is field by field', () => {
  expect(answerOf(paths, allOf(paths, 'lost'))).toEqual({ answer: 'again', keep: [] })
  expect(answerOf(paths, allOf(paths, 'stands'))).toEqual({ answer: 'theirs', keep: [] })
  expect(answerOf(paths, { promised: 'lost', deliveryAddress: 'stands' })).toEqual({
    answer: 'edit',
    keep: ['promised'],
  })
})

test('[F6] an answer that came second has no fields of its own to choose: it is left as it stands', () => {
  expect([undecided([], {}), answerOf([], {})]).toEqual([[], { answer: 'theirs', keep: [] }])
})

test('[F3] what nobody has chosen is still to be decided', () => {
  expect(undecided(paths, { promised: 'lost' })).toEqual(['deliveryAddress'])
  expect(undecided(paths, {})).toEqual(paths)
})
