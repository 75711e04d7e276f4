import { useCallback, useEffect, useRef, useState } from 'react'
import { useClient, useGo, useHere, useHouse, useQuery, useRouteWish } from '#renderer/client/index.ts'
import { draftAgain } from './draft-from-order.ts'
import { emptyDraft } from './order-draft.ts'
import { OrderEntry } from './order-entry.tsx'
import { withParty, withWalkIn } from './taken-customer.ts'
import type { OrderEntry as Entry } from './use-order-entry.ts'

/** What the address asks a new form to begin with. */
interface Wishes {
  readonly draft: string | null
  readonly party: string | null
  readonly product: string | null
  readonly again: string | null
  readonly how: string | null
  readonly walkIn: string | null
}

interface OpenForm {
  readonly id: string
  readonly wishes: Wishes
}

const ways = ['reprint', 'duplicate', 'new_order'] as const

/** `/orders/new`: each form has its own address, so that a reload, Back and a second form all find what was typed. */
export function OrderEntryPage() {
  const { newId } = useClient()
  const go = useGo()
  const wishes = useWishes()
  const [form, setForm] = useState<OpenForm>(() => ({ id: wishes.draft ?? newId(), wishes }))
  const entry = useRef<Entry | null>(null)
  const { draft, product } = wishes
  const isHere = useHere() === '/orders/new'
  const key = JSON.stringify(wishes)
  const seen = useRef('')

  // biome-ignore lint/correctness/useExhaustiveDependencies: only another address is another wish
  useEffect(() => {
    // The address changes a moment before this page goes.
    if (!isHere || seen.current === key) return
    const isFirst = seen.current === ''
    seen.current = key
    if (draft === form.id) return
    const own = `/orders/new?draft=${form.id}`
    if (isFirst) return go(own, { replaces: true })
    if (draft !== null) return setForm({ id: draft, wishes })
    // A product scanned or chosen while an order is open goes onto that order.
    if (product !== null && entry.current !== null) {
      void entry.current.addProduct(product)
      return go(own, { replaces: true })
    }
    const id = newId()
    setForm({ id, wishes })
    go(`/orders/new?draft=${id}`, { replaces: true })
  }, [key, isHere])

  const onEntry = useCallback((open: Entry) => {
    entry.current = open
  }, [])
  return <StartedEntry key={form.id} form={form} onEntry={onEntry} />
}

function useWishes(): Wishes {
  return {
    draft: useRouteWish('draft'),
    party: useRouteWish('party'),
    product: useRouteWish('product'),
    again: useRouteWish('again'),
    how: useRouteWish('how'),
    walkIn: useRouteWish('walkIn'),
  }
}

/** Knows what the form begins with before it is drawn: nothing, a customer, or an order to be made again. */
function StartedEntry({ form, onEntry }: { form: OpenForm; onEntry: (entry: Entry) => void }) {
  const { ask, newId } = useClient()
  const house = useHouse()
  const go = useGo()
  const { id, wishes } = form
  const how = ways.find((way) => way === wishes.how) ?? 'reprint'
  const again = useQuery('salesOrder.again', { id: wishes.again ?? '', how }, { isWanted: wishes.again !== null })
  const [task] = useState({ kind: 'take' as const, orderId: id })

  const onReady = async (entry: Entry) => {
    onEntry(entry)
    if (entry.isRestored) return
    // A form that became an order: its address leads to the order.
    if (wishes.draft !== null) {
      const taken = await ask.query('salesOrder.get', { id }).catch(() => null)
      if (taken !== null) go(`/orders/${id}`, { replaces: true })
    }
    if (again.value !== undefined) {
      const begun = draftAgain(again.value, newId)
      entry.change(begun)
      entry.openLine(begun.lines[0]?.id ?? null)
    }
    if (wishes.party !== null) {
      const party = await ask.query('party.get', { id: wishes.party })
      entry.change((draft) => withParty(draft, party))
    }
    if (wishes.walkIn !== null) entry.change((draft) => withWalkIn(draft, '', house.pricesIncludeVat))
    if (wishes.product !== null) await entry.addProduct(wishes.product)
  }
  if (wishes.again !== null && again.value === undefined && again.problem === null) return null
  return (
    <OrderEntry task={task} initial={emptyDraft(house.pricesIncludeVat)} onReady={(entry) => void onReady(entry)} />
  )
}
