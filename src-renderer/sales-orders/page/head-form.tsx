import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand, useOwnSolid, useRefusalWords } from '#renderer/client/index.ts'
import { Button, ErrorNotice, useKeys } from '#renderer/ui/index.ts'
import { changeInput, differing } from '../entry/draft-changes.ts'
import { draftOfOrder } from '../entry/draft-from-order.ts'
import { InstructionsField } from '../entry/instructions-field.tsx'
import { OrderDetails } from '../entry/order-details.tsx'
import type { OrderDraft } from '../entry/order-draft.ts'
import styles from './order-page.module.css'
import type { SalesOrder } from './use-sales-order.ts'

interface HeadFormProps {
  order: SalesOrder
  /** `instructions`: the text alone, in large. */
  part: 'shipTo' | 'money' | 'instructions'
  onDone: () => void
}

const unpriced = {
  lines: [],
  treatment: 'domestic',
  rushAmount: 0,
  totals: null,
  isComplete: false,
} as const

/** The head of an order edited in place: only what differs is sent, so that two people can change different things. */
export function HeadForm({ order, part, onDone }: HeadFormProps) {
  const { t } = useTranslation('sales-orders')
  const words = useRefusalWords()
  const change = useCommand('salesOrder.change')
  const before = useMemo(() => draftOfOrder(order), [order])
  // Fields that were touched stand over what the order says, also when a colleague changes another one meanwhile.
  const [touched, setTouched] = useState<Partial<OrderDraft>>({})
  const draft: OrderDraft = { ...before, ...touched }
  const input = changeInput(order.id, { ...before, lines: [] }, { ...draft, lines: [] }, unpriced, true)
  useOwnSolid(input !== null)

  const onChange = (step: (now: OrderDraft) => OrderDraft) => setTouched(differing(before, step(draft)))
  const save = async () => {
    if (input === null) return onDone()
    const saved = await change.run(input)
    if (!saved.ok) return
    setTouched({})
    onDone()
  }
  useKeys([
    { keys: 'Ctrl+Enter', label: t('page.save'), run: () => void save(), scope: 'list', isActive: input !== null },
    { keys: 'Ctrl+S', label: t('page.save'), run: () => void save(), scope: 'list', isActive: input !== null },
  ])
  const refusal = change.problem?.kind === 'refused' ? change.problem.refusal : null
  const problems = new Map((refusal?.problems ?? []).map((problem) => [problem.field, words.field(problem)]))
  return (
    <div className={styles.part}>
      {change.problem !== null && <ErrorNotice what={t('notSaved')} why={words.problem(change.problem)} />}
      {part === 'instructions' ? (
        <InstructionsField
          autoFocus
          rows={12}
          value={draft.instructions}
          onChange={(instructions) => onChange((now) => ({ ...now, instructions }))}
        />
      ) : (
        <OrderDetails
          draft={draft}
          onChange={onChange}
          focus={part === 'shipTo' ? 'delivery' : 'payment'}
          problems={problems}
          sections={part === 'shipTo' ? ['delivery', 'contact'] : ['terms']}
        />
      )}
      <div className={styles.formActions}>
        <Button kind="quiet" onClick={onDone}>
          {t('leave')}
        </Button>
        <Button
          kind={input === null ? 'outlined' : 'solid'}
          keys="Ctrl+Enter"
          isBusy={change.isPending}
          blockedBy={input === null ? t('page.nothingChanged') : undefined}
          onClick={() => void save()}
        >
          {t('page.save')}
        </Button>
      </div>
    </div>
  )
}
