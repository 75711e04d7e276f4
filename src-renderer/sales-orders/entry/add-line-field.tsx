import { IconPlus } from '@tabler/icons-react'
import type { RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { useClient, useFormat, useHouse } from '#renderer/client/index.ts'
import { ComboField, type ComboOption, KeyCap, useKeys } from '#renderer/ui/index.ts'
import type { Product } from '#shared/catalog/product.ts'
import type { Configuration } from '#shared/catalog/product-options.ts'
import { isCurrency } from '#shared/kernel/currency.ts'
import styles from './order-entry.module.css'
import { type UnderstoodLine, understandLine, understandUnit } from './understood-line.ts'
import type { OrderEntry } from './use-order-entry.ts'

interface AddLineFieldProps {
  entry: OrderEntry
  field: RefObject<HTMLInputElement | null>
}

interface ProductOption extends ComboOption {
  readonly understood: UnderstoodLine
}

const most = 12

/** The next line: type `2x500 business cards 85x55`, or any words for a line of one's own; scanning works anywhere. */
export function AddLineField({ entry, field }: AddLineFieldProps) {
  const { t } = useTranslation('sales-orders')
  const { ask } = useClient()
  const { currency } = useHouse()
  const format = useFormat()
  const { language } = format
  useKeys([{ keys: 'Insert', label: t('entry.key.addLine'), run: () => field.current?.focus() }])

  const search = async (text: string): Promise<readonly ProductOption[]> => {
    const understood = understandLine(text, language)
    const { rows } = await ask.query('product.list', { search: understood.words, limit: most })
    return rows.map(({ id, name, sku, fromAmount, supplierMark }) => ({
      id,
      label: name,
      detail: [
        sku,
        supplierMark,
        fromAmount === undefined || fromAmount === null || !isCurrency(currency)
          ? ''
          : t('entry.from', { amount: format.amount(fromAmount, currency) }),
      ]
        .filter(Boolean)
        .join(' · '),
      understood,
    }))
  }
  return (
    <div className={styles.add}>
      <ComboField<ProductOption>
        ref={field}
        label={t('entry.addLine')}
        labelIsHidden
        placeholder={t('entry.addLineHint')}
        icon={<IconPlus size={17} stroke={1.6} aria-hidden />}
        minimumLength={0}
        clearsOnChoice
        value={null}
        search={search}
        onChange={(option) => {
          if (option === null) return
          const { quantity, size } = option.understood
          void entry.addProduct(option.id, {
            quantity,
            configurationOf: (product) => (size === null ? {} : sizeChoice(product, size)),
          })
        }}
        create={{
          label: (text) => t('entry.ownWords', { text }),
          run: (text) => {
            const { words, quantity } = understandLine(text, language)
            const measured = quantity === null ? null : understandUnit(words)
            if (measured === null) entry.addText(words, quantity)
            else entry.addText(measured.words, quantity, measured.unit)
          },
        }}
      />
      <span className={styles.addKey}>
        <KeyCap keys="Insert" />
      </span>
    </div>
  )
}

/** The size typed with a product: one of its own sizes, else a free one where the product has such. */
function sizeChoice(product: Product, size: { readonly width: number; readonly height: number }): Configuration {
  for (const option of product.options) {
    if (option.kind !== 'size') continue
    const offered = option.values.find((each) => each.width === size.width && each.height === size.height)
    if (offered !== undefined) return { [option.code]: offered.code }
    if (option.free !== null) return { [option.code]: size }
  }
  return {}
}
