import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { type DocumentKind, type DocumentWords, useFormat, useHouse } from '#renderer/client/index.ts'
import { eachPrice } from '#shared/kernel/money.ts'
import { salesOrderTypedFields } from '#shared/sales-orders/typed-fields.ts'
import { fieldWord, historySaying } from '../page/history-values.ts'
import { useSaying } from '../page/use-saying.ts'

/** Sales orders, for findings and tasks that are about them. */
export const salesOrderKind: DocumentKind = {
  entity: 'sales_order',
  word: 'tasks:about.sales_order',
  to: (id) => `/orders/${id}`,
  typedFields: salesOrderTypedFields,
  useWords: useOrderWords,
}

/** Labels of the order's own form, for what is typed in parts. */
const partWords: Readonly<Record<string, string>> = {
  on: 'entry.promisedOn',
  at: 'entry.promisedAt',
  name: 'entry.contactName',
  phone: 'entry.contactPhone',
  email: 'entry.contactEmail',
  title: 'list.head.title',
  'quantity.each': 'entry.quantity',
  'unitPrice.amount': 'override.unit_price',
  amount: 'override.amount',
}

const verbs = ['hold', 'release', 'cancel', 'restore', 'close', 'reopen', 'confirm']

function useOrderWords(): DocumentWords {
  const { t } = useTranslation('sales-orders')
  const { currency } = useHouse()
  const format = useFormat()
  const say = useSaying(currency)
  return useMemo(
    () => ({
      field: (path) => {
        const { field, isLine } = fieldWord(path)
        return t(isLine ? `timeline.lineField.${field}` : `timeline.fieldName.${field}`)
      },
      value: (path, value) => {
        const { field } = fieldWord(path)
        const said = say(historySaying(field, value))
        const more = field === 'item' ? priceOf(value, format) : ''
        return more === '' ? said : `${said} · ${more}`
      },
      part: (_, name) => t(partWords[name] ?? `address.${name}`),
      did: (command) => {
        const verb = command.slice(command.indexOf('.') + 1)
        return t(verbs.includes(verb) ? `timeline.${verb}` : 'timeline.changed')
      },
    }),
    [t, say, format],
  )
}

/** Two versions of a line mostly differ in what it costs and how many there are. */
function priceOf(value: unknown, format: ReturnType<typeof useFormat>): string {
  if (typeof value !== 'object' || value === null) return ''
  const { quantity, unitPrice }: { quantity?: unknown; unitPrice?: unknown } = { ...value }
  const parts = [
    isQuantity(quantity) ? format.quantity(quantity.sets * quantity.each) : '',
    isPrice(unitPrice) ? format.priceEach(eachPrice(unitPrice)) : '',
  ]
  return parts.filter(Boolean).join(' × ')
}

function isQuantity(value: unknown): value is { readonly sets: number; readonly each: number } {
  return hasNumbers(value, 'sets', 'each')
}

function isPrice(value: unknown): value is { readonly amount: number; readonly base: number } {
  return hasNumbers(value, 'amount', 'base')
}

function hasNumbers(value: unknown, ...names: readonly string[]): boolean {
  const members: Readonly<Record<string, unknown>> = typeof value === 'object' ? { ...value } : {}
  return names.every((name) => typeof members[name] === 'number')
}
