import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat, useHouse } from '#renderer/client/index.ts'
import { Button } from '#renderer/ui/index.ts'
import { usePromisedWords } from '../words/order-state-words.tsx'
import { useLanguageName } from '../words/use-language-name.ts'
import { CustomerSearch } from './customer-search.tsx'
import styles from './customer-strip.module.css'
import type { OrderEntry } from './use-order-entry.ts'

interface CustomerStripProps {
  entry: OrderEntry
  /** Opens the details and puts the focus into one of their fields. */
  onDetail: (field: DetailField) => void
}

export const detailFields = ['delivery', 'promised', 'reference', 'contact', 'payment'] as const
export type DetailField = (typeof detailFields)[number]

/** Who it is for and the few facts of an order, each a way to its field; before that, the search that finds or makes them. */
export function CustomerStrip({ entry, onDetail }: CustomerStripProps) {
  const { t } = useTranslation('sales-orders')
  const [isChoosing, setChoosing] = useState(false)
  const { customer } = entry.draft
  if (customer === null || isChoosing) {
    return <CustomerSearch entry={entry} onDone={() => setChoosing(false)} canLeave={customer !== null} />
  }
  return (
    <section className={styles.strip} aria-label={t('entry.customer')}>
      <div className={styles.who}>
        <p className={styles.name}>
          <span className="one-line">{customer.name || t('walkIn')}</span>
          <Button kind="quiet" size={28} onClick={() => setChoosing(true)}>
            {t('entry.changeCustomer')}
          </Button>
        </p>
        <p className={styles.about}>
          <About entry={entry} />
        </p>
      </div>
      <OrderFacts entry={entry} onDetail={onDetail} />
    </section>
  )
}

/** "Hanneke Postma · papers in Dutch · discount 8%" */
function About({ entry }: { entry: OrderEntry }) {
  const { t } = useTranslation('sales-orders')
  const format = useFormat()
  const languageName = useLanguageName()
  const { house } = { house: useHouse() }
  const { draft, party } = entry
  const parts = [
    draft.contact.name,
    party?.code ?? '',
    t('entry.papersIn', { language: languageName(party?.language ?? house.language) }),
    party?.discount ? t('entry.discount', { percent: format.percent(party.discount) }) : '',
    party?.note ?? '',
  ]
  return <>{parts.filter(Boolean).join(' · ')}</>
}

function OrderFacts({ entry, onDetail }: CustomerStripProps) {
  const { t } = useTranslation('sales-orders')
  const { draft } = entry
  const promised = usePromisedWords()
  const when = promised(draft.promised?.on ?? null, draft.promised?.at ?? null)
  const place = draft.deliveryAddress.city || t('entry.noPlace')
  const facts = [
    {
      field: 'delivery',
      label: t('entry.delivery'),
      value: draft.delivery === 'pick_up' ? t('delivery.pick_up') : t('entry.deliveryTo', { place }),
    },
    { field: 'promised', label: t('entry.promised'), value: when || t('entry.notPromised') },
    { field: 'reference', label: t('entry.reference'), value: draft.customerReference || '–' },
  ] as const
  return (
    <div className={styles.facts}>
      {facts.map(({ field, label, value }) => (
        <button key={field} type="button" className={styles.fact} onClick={() => onDetail(field)}>
          <span className={styles.label}>{label}</span>
          <span className={styles.value}>{value}</span>
        </button>
      ))}
    </div>
  )
}
