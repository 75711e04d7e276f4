import { useRef } from 'react'
import { type Outcome, type Problem, useCommand } from '#renderer/client/index.ts'
import { changeInput } from './draft-changes.ts'
import { type AcceptedAmounts, takeInput } from './draft-to-take.ts'
import type { EntryTask } from './entry-task.ts'
import type { OrderDraft } from './order-draft.ts'
import { portionsOf } from './portions.ts'
import type { PricedDraft } from './price-draft.ts'

export interface Saving {
  readonly draft: OrderDraft
  readonly priced: PricedDraft
  /** True: it becomes an order with its number; false: it is kept as a draft on every station. */
  readonly confirm: boolean
  readonly warningsSeen: boolean
  readonly accepted: AcceptedAmounts
}

export interface SaveOrder {
  readonly save: (saving: Saving) => Promise<Outcome<unknown>>
  readonly isPending: boolean
  readonly problem: Problem | null
  readonly forgive: () => void
}

const done: Outcome<unknown> = { ok: true, value: null }

/** Turns the draft into commands: one for most orders, several for very long ones, and only what differs for a change. */
export function useSaveOrder(task: EntryTask): SaveOrder {
  const take = useCommand('salesOrder.take')
  const change = useCommand('salesOrder.change')
  const confirm = useCommand('salesOrder.confirm')
  // How many portions of a long order the core already has; what is tried again goes on from there.
  const portionsTaken = useRef(0)

  const takeOrder = async (saving: Saving): Promise<Outcome<unknown>> => {
    const { draft, priced, warningsSeen } = saving
    const input = takeInput(draft, priced, { id: task.orderId, confirm: saving.confirm, warningsSeen }, saving.accepted)
    if (input === null) return done
    const portions = portionsOf(input.lines)
    if (portions.length === 1) return take.run(input)
    for (const [index, lines] of portions.entries()) {
      if (index < portionsTaken.current) continue
      const sent: Outcome<unknown> =
        index === 0
          ? await take.run({ ...input, confirm: false, lines: [...lines] })
          : await change.run({ id: task.orderId, put: [...lines], warningsSeen })
      if (!sent.ok) return sent
      portionsTaken.current = index + 1
    }
    return saving.confirm ? confirm.run({ id: task.orderId }) : done
  }

  const changeOrder = async (saving: Saving, before: OrderDraft, isDraft: boolean): Promise<Outcome<unknown>> => {
    const { draft, priced, warningsSeen } = saving
    const input = changeInput(task.orderId, before, draft, priced, warningsSeen, saving.accepted)
    for (const [index, put] of portionsOf(input?.put ?? []).entries()) {
      if (input === null) break
      const { head, remove, ...rest } = input
      const sent = await change.run(index === 0 ? { ...rest, head, remove, put: [...put] } : { ...rest, put: [...put] })
      if (!sent.ok) return sent
    }
    return isDraft && saving.confirm ? confirm.run({ id: task.orderId }) : done
  }

  return {
    save: (saving) =>
      task.kind === 'take' ? takeOrder(saving) : changeOrder(saving, task.before, task.number === null),
    isPending: take.isPending || change.isPending || confirm.isPending,
    problem: take.problem ?? change.problem ?? confirm.problem,
    forgive: () => {
      take.forgive()
      change.forgive()
      confirm.forgive()
    },
  }
}
