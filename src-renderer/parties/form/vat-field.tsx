import { useTranslation } from 'react-i18next'
import { useRefusalWords } from '#renderer/client/index.ts'
import { TextField } from '#renderer/ui/index.ts'
import type { PartyForm } from './use-party-form.ts'

/** The VAT number with what is wrong marked in it; what passes says how far it was checked. */
export function VatField({ form }: { form: PartyForm }) {
  const { t } = useTranslation('parties')
  const words = useRefusalWords()
  const { values, set, check, reading } = form
  const { vat } = reading
  const marked = vat?.ok === false ? vat.problem.marked : null
  const isKept = vat?.ok === false && values.keepsUnverifiedVat
  const notice = vat?.ok === true ? vat.notice : null
  const hint = isKept
    ? t('vatChecked.unverified')
    : notice !== null
      ? t(`notice.${notice.code}`, notice.params)
      : vat?.ok === true
        ? t(`vatChecked.${vat.checked}`)
        : undefined
  const error = check.errorOf('vatNumber')
  return (
    <TextField
      name="vatNumber"
      label={t('field.party.vatNumber')}
      isCode
      value={values.vatNumber}
      // Another number is a new question: it is not kept unverified because the last one was.
      onChange={(vatNumber) => set({ vatNumber, keepsUnverifiedVat: false })}
      onLeave={check.leave('vatNumber')}
      error={error !== null && vat?.ok === false ? words.field(vat.problem) : error}
      wrong={marked === null ? null : { from: marked.from, to: marked.to + 1 }}
      hint={hint}
    />
  )
}
