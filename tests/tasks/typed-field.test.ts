import { expect, test } from 'vitest'
import { productTypedFields } from '#shared/catalog/typed-fields.ts'
import { readTyped, type TypedFields, typedFieldAt } from '#shared/kernel/change/typed-field.ts'
import { partyTypedFields } from '#shared/parties/typed-fields.ts'
import { salesOrderTypedFields } from '#shared/sales-orders/typed-fields.ts'

test('[F8] a row’s field is typed by its name in every row, and what has a page of its own is not typed', () => {
  expect(typedFieldAt(partyTypedFields, 'contacts.0197.phone')).toBe(partyTypedFields['contacts.phone'])
  expect(typedFieldAt(productTypedFields, 'priceTable')).toBeUndefined()
  expect(typedFieldAt(salesOrderTypedFields, 'status')).toBeUndefined()
  expect(typedFieldAt(salesOrderTypedFields, 'constructor')).toBeUndefined()
})

test('[F8] every problem stands at the place of its value and at the part of it that is wrong', () => {
  const typed = [
    { path: 'discount', value: 20_000 },
    { path: 'addresses.a.address', value: { street: 'Kade 1', country: 'Nowhere' } },
    { path: 'email', value: 'a@b.example' },
  ]
  const read = readTyped(partyTypedFields, typed)
  expect(read).toMatchObject({
    refusal: {
      code: 'input.invalid',
      problems: [{ field: 'typed.0.value', code: 'discount.range' }, { field: 'typed.1.value.country' }],
    },
  })
})

test('[F8] an address is read as its form reads it, cleaned and whole', () => {
  const typed = [{ path: 'addresses.a.address', value: { street: ' Kade 1\u0007 ', country: 'nl' } }]
  expect(readTyped(partyTypedFields, typed)).toEqual({
    ok: true,
    value: [
      {
        path: 'addresses.a.address',
        value: { label: '', street: 'Kade 1', extra: '', postcode: '', city: '', country: 'NL' },
      },
    ],
  })
})

const partOf = (fields: TypedFields, path: string, value: Parameters<NonNullable<TypedFields[string]>['start']>[0]) => {
  const field = fields[path]
  if (field === undefined) throw new Error(path)
  const start = field.start(value)
  return { start, parts: field.parts(start) }
}

test('[F8] of a product’s line one types how many and, with the right to, what it costs; no other part of it moves', () => {
  const item = {
    productId: 'p',
    configuration: { paper: 'silk' },
    quantity: { sets: 2, each: 500_000 },
    override: null,
  }
  const { start, parts } = partOf(salesOrderTypedFields, 'lines.item', { ...item, steps: [], title: '1,000 cards' })
  expect(start).toEqual({ kind: 'product', ...item })
  expect(parts.map(({ name, needs }) => [name, needs])).toEqual([
    ['quantity.each', undefined],
    ['amount', 'price.override'],
  ])
  const [quantity, amount] = parts
  expect(quantity?.write(start, 750_000)).toMatchObject({ quantity: { sets: 2, each: 750_000 }, override: null })
  expect(amount?.write(start, 4500)).toMatchObject({ override: { kind: 'amount', amount: 4500, reason: null } })
  expect(
    amount?.write({ kind: 'product', ...item, override: { kind: 'amount', amount: 1, reason: 'x' } }, null),
  ).toEqual(start)
})

test('[F8] a promise without a day is none, and a day keeps its time', () => {
  const { start, parts } = partOf(salesOrderTypedFields, 'promised', { on: '2026-12-01', at: '16:00' })
  const [on] = parts
  expect(on?.write(start, null)).toBeNull()
  expect(on?.write(start, '2026-12-02')).toEqual({ on: '2026-12-02', at: '16:00' })
  expect(on?.write(null, '2026-12-02')).toEqual({ on: '2026-12-02', at: null })
})
