import { expect, test } from 'vitest'
import { partsFor } from '#renderer/app/all-features.tsx'
import { placeOfScan } from '#renderer/app/scanning/place-of-scan.ts'
import { isWithin } from '#renderer/app/shell/navigation-list.tsx'
import type { FeatureScreens } from '#renderer/client/feature-screens.ts'

const panel = { column: 'main', Panel: () => null } as const
const features: readonly FeatureScreens[] = [
  {
    startPanels: [
      { id: 'late', rank: 20, ...panel },
      { id: 'money', rank: 10, grant: 'price.see', ...panel },
    ],
  },
  { startPanels: [{ id: 'shelf', rank: 10, ...panel }] },
]

test('[SC6] parts stand in the order of their ranks, without what this person may not use', () => {
  const shown = (may: boolean) => partsFor(features, () => may).startPanels.map(({ id }) => id)
  expect([shown(true), shown(false)]).toEqual([
    ['money', 'shelf', 'late'],
    ['shelf', 'late'],
  ])
})

const pattern = (matches: RegExp, to: string | null) => ({
  matches: (code: string) => matches.test(code),
  find: async () => (to === null ? null : { to }),
})

test('[SC7] a code goes to the first feature that knows it; a form that fits is not yet a thing that is known', async () => {
  const patterns = [pattern(/^K/, null), pattern(/^2|^K/, '/orders/1'), pattern(/./, '/late')]
  expect([
    await placeOfScan('26-A00031', patterns, null),
    await placeOfScan('KA0001', patterns, null),
    await placeOfScan('26-A00031', [patterns[0] ?? pattern(/^$/, null)], null),
  ]).toEqual(['/orders/1', '/orders/1', null])
})

test('the start page is active only on itself, any other place on the pages under it too', () => {
  expect([
    isWithin('/', '/'),
    isWithin('/orders', '/'),
    isWithin('/orders/1', '/orders'),
    isWithin('/orders-archive', '/orders'),
  ]).toEqual([true, false, true, false])
})
