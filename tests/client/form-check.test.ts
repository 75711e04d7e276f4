import { expect, test } from 'vitest'
import { problemsOf, valueAt } from '#renderer/client/use-form-check.ts'

test('[SC4] a form is checked by the contract’s own rules, with the path of each field', () => {
  expect(problemsOf('user.add', { name: ' ', role: 'counter', email: 'nobody' })).toEqual([
    { field: 'name', code: 'text.required', params: {} },
    { field: 'email', code: expect.stringMatching(/^(input\.|email\.)/), params: {} },
  ])
  expect(problemsOf('user.add', { name: 'Femke', role: 'counter' })).toEqual([])
})

test('a value is found by the path that a problem names', () => {
  const form = { lines: [{ quantity: 5 }], address: { city: 'Utrecht' } }
  expect(
    ['lines.0.quantity', 'address.city', 'lines.3.quantity', 'address.city.x'].map((path) => valueAt(path, form)),
  ).toEqual([5, 'Utrecht', undefined, undefined])
})
