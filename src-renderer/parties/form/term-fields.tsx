import { useTranslation } from 'react-i18next'
import { Segmented, TextField } from '#renderer/ui/index.ts'
import type { PartyForm } from './use-party-form.ts'

/** Payment term, discount and kind of prices: for those who may see prices (PA12). */
export function TermFields({ form }: { form: PartyForm }) {
  const { t } = useTranslation('parties')
  const { values, set, check } = form
  // What nobody chose follows the kind of customer, as the core fills it in (PA1).
  const isGross = values.pricesIncludeVat ?? values.kind === 'consumer'
  return (
    <>
      <TextField
        name="paymentTermDays"
        label={t('screen.form.term')}
        placeholder={t('screen.form.termHint')}
        value={values.paymentTerm}
        onChange={(paymentTerm) => set({ paymentTerm })}
        onLeave={check.leave('paymentTermDays')}
        error={check.errorOf('paymentTermDays')}
      />
      <TextField
        name="discount"
        label={t('screen.form.discount')}
        placeholder="0"
        value={values.discount}
        onChange={(discount) => set({ discount })}
        onLeave={check.leave('discount')}
        error={check.errorOf('discount')}
      />
      <Segmented
        label={t('screen.form.prices')}
        segments={[
          { value: 'net', label: t('screen.form.pricesNet') },
          { value: 'gross', label: t('screen.form.pricesGross') },
        ]}
        value={isGross ? 'gross' : 'net'}
        onChange={(prices) => set({ pricesIncludeVat: prices === 'gross' })}
      />
    </>
  )
}
