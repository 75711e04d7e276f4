import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { DetailField } from './customer-strip.tsx'
import { ContactDetails, DeliveryDetails } from './delivery-details.tsx'
import type { DetailsProps } from './details-props.ts'
import { InstructionsField } from './instructions-field.tsx'
import styles from './order-details.module.css'
import { TermsDetails } from './terms-details.tsx'

export const detailSections = ['delivery', 'contact', 'terms', 'instructions'] as const
export type DetailSection = (typeof detailSections)[number]

interface OrderDetailsProps extends DetailsProps {
  /** Gets the focus when the details open. */
  focus: DetailField | null
  sections?: readonly DetailSection[]
}

/** Everything about an order that is not a line: where and when, who to call, how it is paid, what to mind. */
export function OrderDetails({ focus, sections = detailSections, ...props }: OrderDetailsProps) {
  const { t } = useTranslation('sales-orders')
  const place = useRef<HTMLElement>(null)
  useEffect(() => {
    if (focus === null) return
    place.current?.querySelector<HTMLElement>(`[data-detail="${focus}"] input`)?.focus()
  }, [focus])
  return (
    <section ref={place} className={styles.details} aria-label={t('entry.details')}>
      {sections.includes('delivery') && <DeliveryDetails {...props} />}
      {sections.includes('contact') && <ContactDetails {...props} />}
      {sections.includes('terms') && <TermsDetails {...props} />}
      {sections.includes('instructions') && (
        <InstructionsField
          value={props.draft.instructions}
          onChange={(instructions) => props.onChange((now) => ({ ...now, instructions }))}
          rows={2}
        />
      )}
    </section>
  )
}
