import { QueryClient } from '@tanstack/react-query'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { dependsOn, refresher, touchedBy } from '#renderer/client/refresh.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

test('[SC1] a query depends on the entities its procedure names, documents and station-local ones alike', () => {
  const news = { entities: { user: ['marit'] }, local: ['form_draft'] }
  expect(
    ['session.people', 'formDraft.list', 'company.get', 'no.such', 7].map((name) => dependsOn(name, touchedBy(news))),
  ).toEqual([true, true, false, false, false])
})

test('[SC1] announcements in one breath make one look, and only at what they touched', async () => {
  const queries = new QueryClient()
  queries.setQueryData(['company.get', {}], null)
  queries.setQueryData(['session.people', {}], { people: [] })
  const invalidate = vi.spyOn(queries, 'invalidateQueries')
  const hear = refresher(queries)
  hear({ entities: { company: ['shop'] }, local: [] })
  hear({ entities: { company: [] }, local: [] })
  vi.advanceTimersByTime(100)
  expect(invalidate).toHaveBeenCalledTimes(1)
  expect(queries.getQueryState(['company.get', {}])?.isInvalidated).toBe(true)
  expect(queries.getQueryState(['session.people', {}])?.isInvalidated).toBe(false)
})
