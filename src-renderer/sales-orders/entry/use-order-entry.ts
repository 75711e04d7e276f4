import { useCallback, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Problem, problemOf, useClient, useFormDraft, useQuery, useTakeBack } from '#renderer/client/index.ts'
import type { Configuration } from '#shared/catalog/product-options.ts'
import type { UnitCode } from '#shared/kernel/quantity.ts'
import type { LineQuantity } from '#shared/pricing/price-checks.ts'
import { draftKeyOf, draftKind } from './draft-keys.ts'
import {
  changedLine,
  newProductLine,
  newTextLine,
  withLine,
  withLineBack,
  withLineMoved,
  withoutLine,
} from './draft-lines.ts'
import type { EntryTask } from './entry-task.ts'
import { type DraftLine, type OrderDraft, orderDraftSchema } from './order-draft.ts'
import type { PartyAnswer } from './taken-customer.ts'
import { type OrderPricing, useOrderPricing } from './use-order-pricing.ts'

export interface OrderEntry extends OrderPricing {
  readonly task: EntryTask
  readonly draft: OrderDraft
  readonly isReady: boolean
  readonly isRestored: boolean
  readonly keptSince: string | null
  readonly change: (next: OrderDraft | ((draft: OrderDraft) => OrderDraft)) => void
  readonly discard: () => Promise<void>
  /** The customer as the core knows it; null for a walk-in or while nobody is chosen. */
  readonly party: PartyAnswer | null
  readonly openLineId: string | null
  readonly openLine: (id: string | null) => void
  /** The line that was just added: its configurator takes the focus. */
  readonly addedLineId: string | null
  readonly changeLine: (id: string, change: (line: DraftLine) => DraftLine) => void
  readonly removeLine: (id: string) => void
  /** Lines whose file is still being sent: nothing is saved without it. */
  readonly arriving: ReadonlySet<string>
  readonly setArriving: (lineId: string, isArriving: boolean) => void
  readonly moveLine: (id: string, by: -1 | 1) => void
  /** Why something asked for on the way (a product, a customer) did not come. */
  readonly trouble: Problem | null
  readonly setTrouble: (trouble: Problem | null) => void
  readonly addProduct: (productId: string, wishes?: LineWishes) => Promise<void>
  readonly addText: (title: string, quantity: LineQuantity | null, unit?: UnitCode) => void
}

export interface LineWishes {
  readonly quantity?: LineQuantity | null
  readonly configurationOf?: (product: Parameters<typeof newProductLine>[1]) => Configuration
}

/** Everything an open order form knows and can do, apart from saving. */
export function useOrderEntry(task: EntryTask, initial: OrderDraft): OrderEntry {
  const { t } = useTranslation('sales-orders')
  const { ask, newId } = useClient()
  const takeBack = useTakeBack()
  const form = useFormDraft({
    key: task.kind === 'take' ? draftKeyOf(task.orderId) : `${draftKind}Change/${task.orderId}`,
    kind: task.kind === 'take' ? draftKind : `${draftKind}Change`,
    title: (draft) => {
      const who = draft.customer === null ? t('entry.untitled') : draft.customer.name || t('walkIn')
      return t('entry.draftTitle', { who, count: draft.lines.length })
    },
    initial,
    form: orderDraftSchema,
  })
  const { values: draft, change } = form
  const partyId = draft.customer?.kind === 'party' ? draft.customer.partyId : null
  const party = useQuery('party.get', { id: partyId ?? '' }, { isWanted: partyId !== null, dropsLast: true })
  const pricing = useOrderPricing(draft, partyId === null ? null : (party.value ?? null))
  const [openLineId, setOpenLine] = useState<string | null>(null)
  const [trouble, setTrouble] = useState<Problem | null>(null)
  const [addedLineId, setAddedLine] = useState<string | null>(null)
  const openLine = useCallback((id: string | null) => {
    setAddedLine(null)
    setOpenLine(id)
  }, [])

  const add = useCallback(
    (line: Omit<DraftLine, 'position'>) => {
      change((now) => withLine(now, line))
      setOpenLine(line.id)
      setAddedLine(line.id)
    },
    [change],
  )
  const changeLine = useCallback(
    (id: string, step: (line: DraftLine) => DraftLine) => change((now) => changedLine(now, id, step)),
    [change],
  )
  const [arriving, setAllArriving] = useState<ReadonlySet<string>>(new Set())
  const setArriving = useCallback((lineId: string, isArriving: boolean) => {
    setAllArriving((now) => new Set([...now, lineId].filter((id) => isArriving || id !== lineId)))
  }, [])
  const removeLine = useCallback(
    (id: string) => {
      const at = draft.lines.findIndex((line) => line.id === id)
      const line = draft.lines[at]
      if (line === undefined) return
      change((now) => withoutLine(now, id))
      openLine(draft.lines[at + 1]?.id ?? draft.lines[at - 1]?.id ?? null)
      takeBack.offer({
        message: t('entry.lineRemoved', { number: at + 1 }),
        takeBack: () => {
          change((now) => withLineBack(now, line))
          openLine(id)
        },
      })
    },
    [draft.lines, change, openLine, takeBack, t],
  )

  return useMemo(
    () => ({
      ...pricing,
      task,
      draft,
      isReady: form.isReady,
      isRestored: form.isRestored,
      keptSince: form.keptSince,
      change,
      discard: form.discard,
      party: partyId === null ? null : (party.value ?? null),
      openLineId,
      openLine,
      addedLineId,
      trouble,
      setTrouble,
      changeLine,
      removeLine,
      arriving,
      setArriving,
      moveLine: (id, by) => change((now) => withLineMoved(now, id, by)),
      addProduct: async (productId, wishes = {}) => {
        const product = await ask.query('product.get', { id: productId }).catch((thrown) => {
          setTrouble(problemOf(thrown))
          return null
        })
        if (product === null) return
        setTrouble(null)
        const configuration = wishes.configurationOf?.(product) ?? {}
        add(newProductLine(newId(), product, { quantity: wishes.quantity ?? null, configuration }))
      },
      addText: (title, quantity, unit) => add(newTextLine(newId(), title, quantity, unit)),
    }),
    [
      pricing,
      task,
      draft,
      form.isReady,
      form.isRestored,
      form.keptSince,
      form.discard,
      change,
      party.value,
      partyId,
      openLineId,
      openLine,
      addedLineId,
      trouble,
      changeLine,
      removeLine,
      arriving,
      setArriving,
      add,
      ask,
      newId,
    ],
  )
}
