import { useTranslation } from 'react-i18next'
import { useFormat, useHouse } from '#renderer/client/index.ts'
import { CheckboxField, FilterChip, Glyph } from '#renderer/ui/index.ts'
import { paymentMethods } from '#shared/sales-orders/sales-order.ts'
import { paymentStatuses } from '#shared/sales-orders/sales-order-states.ts'
import { paymentGlyphs, stageGlyphs } from '../words/order-words.ts'
import { everythingOpen, type OrderFilter, recentMonths, withStageToggled } from './list-filter.ts'
import { MonthChoice } from './month-choice.tsx'
import { OneOf } from './one-of.tsx'
import styles from './order-list.module.css'

const listedStages = [
  'draft',
  'new',
  'waiting_for_payment',
  'files_to_check',
  'on_hold',
  'finished',
  'cancelled',
] as const
const shownMonths = 12

interface FilterChipsProps {
  filter: OrderFilter
  onChange: (filter: OrderFilter) => void
}

/** Every filter of the list as a chip that names its value (ORD-08, ORD-09, ORD-14). */
export function FilterChips({ filter, onChange }: FilterChipsProps) {
  const { t } = useTranslation('sales-orders')
  const months = useMonthWords()
  const { today } = useHouse()
  const { stages, plannedPayment, paymentStatus, month, promised } = filter
  const set = (change: Partial<OrderFilter>) => onChange({ ...filter, ...change })
  const payment = [plannedPayment && t(`method.${plannedPayment}`), paymentStatus && t(`payment.${paymentStatus}`)]
  const paymentWords = payment.filter((word) => word !== null).join(', ')
  return (
    <>
      <FilterChip
        label={t('list.filter.stage')}
        value={stages.length === 0 ? null : stages.map((stage) => t(`stage.${stage}`)).join(', ')}
        onClear={() => set({ stages: everythingOpen.stages })}
      >
        <div className={styles.choices}>
          {listedStages.map((stage) => (
            <CheckboxField
              key={stage}
              label={
                <span className={styles.choice}>
                  <Glyph name={stageGlyphs[stage]} /> {t(`stage.${stage}`)}
                </span>
              }
              isChecked={stages.includes(stage)}
              onChange={() => onChange(withStageToggled(filter, stage))}
            />
          ))}
        </div>
      </FilterChip>
      <FilterChip
        label={t('list.filter.payment')}
        value={paymentWords === '' ? null : paymentWords}
        onClear={() => set({ plannedPayment: null, paymentStatus: null })}
      >
        <OneOf
          label={t('list.filter.plannedPayment')}
          options={paymentMethods.map((method) => ({ value: method, label: t(`method.${method}`) }))}
          value={plannedPayment}
          onChange={(value) => set({ plannedPayment: value })}
        />
        <OneOf
          label={t('list.filter.paymentStatus')}
          options={paymentStatuses.map((status) => ({
            value: status,
            label: t(`payment.${status}`),
            glyph: paymentGlyphs[status],
          }))}
          value={paymentStatus}
          onChange={(value) => set({ paymentStatus: value })}
        />
      </FilterChip>
      <FilterChip
        label={t('list.filter.promised')}
        value={promised === null ? null : t(`list.promised.${promised}`)}
        onClear={() => set({ promised: null })}
      >
        <OneOf
          label={t('list.filter.promised')}
          options={(['today', 'late'] as const).map((value) => ({ value, label: t(`list.promised.${value}`) }))}
          value={promised}
          onChange={(value) => set({ promised: value })}
        />
      </FilterChip>
      <FilterChip
        label={t('list.filter.month')}
        value={month === null ? null : months(month)}
        onClear={() => set({ month: null })}
      >
        <MonthChoice
          months={recentMonths(today, shownMonths)}
          words={months}
          value={month}
          onChange={(value) => set({ month: value })}
        />
      </FilterChip>
    </>
  )
}

/** "November 2026" in the clerk's language. */
function useMonthWords(): (month: string) => string {
  const { language } = useFormat()
  const format = new Intl.DateTimeFormat(language, { month: 'long', year: 'numeric', timeZone: 'UTC' })
  return (month) => format.format(new Date(`${month}-15T12:00:00Z`))
}
