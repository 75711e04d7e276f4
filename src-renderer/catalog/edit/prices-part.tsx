import { useTranslation } from 'react-i18next'
import { useClient, useHouse } from '#renderer/client/index.ts'
import { CurrencyField } from '#renderer/settings/index.ts'
import { Button, DateField, FieldGrid, Segmented, TextField } from '#renderer/ui/index.ts'
import { EntryFields } from './entry-fields.tsx'
import { addEntry, tierEntries } from './price-steps.ts'
import styles from './product-editor.module.css'
import { type EntryValues, newPrices, type PriceValues } from './product-values.ts'
import { SurchargeGrid } from './surcharge-grid.tsx'
import { TierGrid } from './tier-grid.tsx'
import type { ProductForm } from './use-product-form.ts'

const ways = ['tiers', 'area', 'hourly', 'unit'] as const

/** What it costs: the price list with its ways of pricing, what options add, and the discount for everybody (CAT-04, CAT-06). */
export function PricesPart({ form }: { form: ProductForm }) {
  const { t } = useTranslation('catalog')
  const { newId } = useClient()
  const { currency, pricesIncludeVat, today } = useHouse()
  const { values, change, check, leave } = form
  const { prices } = values
  const begin = (way: EntryValues['way']) =>
    change((now) => ({
      ...now,
      prices: addEntry(now.prices ?? newPrices(currency, pricesIncludeVat, today), newId(), way),
    }))
  const others = prices?.entries.filter(({ way }) => way !== 'tiers') ?? []
  return (
    <>
      {prices !== null && <ListFields form={form} prices={prices} />}
      {prices !== null && tierEntries(prices).length > 0 && <TierGrid form={form} prices={prices} />}
      {others.map((entry) => (
        <EntryFields key={entry.id} form={form} entry={entry} at={prices?.entries.indexOf(entry) ?? 0} />
      ))}
      {prices === null && <p className="hint">{t('screen.price.none')}</p>}
      <div className={styles.actions}>
        {ways.map((way) => (
          <Button key={way} size={28} onClick={() => begin(way)}>
            {t(`screen.price.add.${way}`)}
          </Button>
        ))}
      </div>
      {prices !== null && <SurchargeGrid form={form} prices={prices} />}
      <FieldGrid columns={3}>
        <TextField
          name="discount"
          label={t('screen.field.discountPercent')}
          placeholder="0"
          hint={t('screen.field.discountHint')}
          value={values.discount}
          onChange={(discount) => form.set({ discount })}
          onLeave={leave('discount')}
          error={check.errorOf('discount')}
        />
      </FieldGrid>
    </>
  )
}

function ListFields({ form, prices }: { form: ProductForm; prices: PriceValues }) {
  const { t } = useTranslation('catalog')
  const { today } = useHouse()
  const { change, check, leave } = form
  const set = (part: Partial<PriceValues>) =>
    change((now) => ({ ...now, prices: now.prices === null ? null : { ...now.prices, ...part } }))
  return (
    <>
      <FieldGrid columns={3}>
        <CurrencyField
          name="priceTable"
          label={t('screen.price.currency')}
          value={prices.currency}
          onChange={(currency) => set({ currency })}
          error={check.errorOf('priceTable') ?? check.errorOf('priceTable.currency')}
        />
        <DateField
          name="priceTable.datedOn"
          label={t('screen.price.listOf')}
          value={prices.datedOn}
          onChange={(datedOn) => set({ datedOn })}
          today={today}
          onLeave={leave('priceTable.datedOn')}
          error={check.errorOf('priceTable.datedOn')}
        />
        <TextField
          name="priceTable.extraSet"
          label={t('screen.price.extraSet', { currency: prices.currency })}
          placeholder="0"
          value={prices.extraSet}
          onChange={(extraSet) => set({ extraSet })}
          onLeave={leave('priceTable.extraSet')}
          error={check.errorOf('priceTable.extraSet')}
        />
      </FieldGrid>
      <div className={styles.kinds}>
        <Segmented
          label={t('screen.price.are')}
          segments={[
            { value: 'net', label: t('screen.price.net') },
            { value: 'gross', label: t('screen.price.gross') },
          ]}
          value={prices.includesVat ? 'gross' : 'net'}
          onChange={(kind) => set({ includesVat: kind === 'gross' })}
        />
        <Segmented
          label={t('screen.price.sets')}
          segments={[
            { value: 'each_a_run', label: t('screen.price.eachARun') },
            { value: 'one_run', label: t('screen.price.oneRun') },
          ]}
          value={prices.sets}
          onChange={(sets) => set({ sets })}
        />
      </div>
    </>
  )
}
