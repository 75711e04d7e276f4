import { useState } from 'react'
import { type Outcome, type Problem, useClient } from '#renderer/client/index.ts'
import type { BulkKind, BulkPlan } from './bulk-plan.ts'
import type { OrderRow } from './use-order-columns.tsx'

export interface BulkProgress {
  readonly done: number
  readonly all: number
}

export interface BulkResult {
  readonly done: readonly string[]
  readonly failed: readonly { readonly id: string; readonly problem: Problem }[]
}

/** Runs one command per order, one after the other: each is whole by itself, and what is refused stops nothing else. */
export function useBulk() {
  const { ask, newId } = useClient()
  const [progress, setProgress] = useState<BulkProgress | null>(null)

  const one = (kind: BulkKind, row: OrderRow | undefined, id: string): Promise<Outcome<unknown>> => {
    if (kind === 'finished') return ask.command('salesOrder.close', { id }, newId())
    const amount = row?.money?.open ?? 0
    return ask.command('payment.receive', { id: newId(), salesOrderId: id, method: 'transfer', amount }, newId())
  }
  const run = async (kind: BulkKind, plan: BulkPlan, rows: readonly OrderRow[]): Promise<BulkResult> => {
    const done: string[] = []
    const failed: { id: string; problem: Problem }[] = []
    for (const [index, id] of plan.ids.entries()) {
      setProgress({ done: index, all: plan.ids.length })
      const row = rows.find((each) => each.id === id)
      const outcome = await one(kind, row, id)
      if (outcome.ok) done.push(id)
      else failed.push({ id, problem: outcome.problem })
    }
    setProgress(null)
    return { done, failed }
  }
  return { run, progress }
}
