import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Outcome, type Problem, useCommand, useTakeBack } from '#renderer/client/index.ts'
import type { SalesOrder } from './use-sales-order.ts'

export interface OrderActions {
  readonly hold: (reason: string) => Promise<Outcome<unknown>>
  readonly release: () => void
  readonly finish: () => void
  readonly reopen: () => void
  readonly cancel: (reason: string) => Promise<Outcome<unknown>>
  readonly restore: () => void
  readonly isPending: boolean
  readonly problem: Problem | null
  readonly forgive: () => void
}

/** Moves of an order; each can be taken back, so none asks first (design, section 12). */
export function useOrderActions(order: SalesOrder): OrderActions {
  const { t } = useTranslation('sales-orders')
  const takeBack = useTakeBack()
  const hold = useCommand('salesOrder.hold')
  const release = useCommand('salesOrder.release')
  const close = useCommand('salesOrder.close')
  const reopen = useCommand('salesOrder.reopen')
  const cancel = useCommand('salesOrder.cancel')
  const restore = useCommand('salesOrder.restore')
  const [problem, setProblem] = useState<Problem | null>(null)
  const { id, holdReason } = order
  const number = order.number ?? t('stage.draft')

  const done = async (outcome: Promise<Outcome<unknown>>, word: string, back: () => void) => {
    const made = await outcome
    setProblem(made.ok ? null : made.problem)
    if (made.ok) takeBack.offer({ message: t(`moved.${word}`, { number }), takeBack: back })
    return made
  }
  return {
    hold: (reason) => done(hold.run({ id, reason }), 'held', () => void release.run({ id })),
    release: () =>
      void done(release.run({ id }), 'released', () => void hold.run({ id, reason: holdReason || t('moved.again') })),
    finish: () => void done(close.run({ id }), 'finished', () => void reopen.run({ id })),
    reopen: () => void done(reopen.run({ id }), 'reopened', () => void close.run({ id })),
    cancel: (reason) => done(cancel.run({ id, reason }), 'cancelled', () => void restore.run({ id })),
    restore: () =>
      void done(restore.run({ id }), 'restored', () => void cancel.run({ id, reason: order.cancelReason })),
    isPending: [hold, release, close, reopen, cancel, restore].some((command) => command.isPending),
    problem,
    forgive: () => setProblem(null),
  }
}
