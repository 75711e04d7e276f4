import { useTranslation } from 'react-i18next'
import { TextAreaField } from '#renderer/ui/index.ts'
import { countCharacters } from '#shared/kernel/text.ts'
import type { PartyForm } from './use-party-form.ts'

const longest = 2000
/** Near the end somebody wants to know how much room there is. */
const counted = longest - 300

/** What the counter should know of them; on no paper. */
export function NoteRow({ form }: { form: PartyForm }) {
  const { t } = useTranslation('parties')
  const { values, set, check } = form
  const count = countCharacters(values.note)
  return (
    <TextAreaField
      name="note"
      label={t('field.party.note')}
      rows={4}
      value={values.note}
      onChange={(note) => set({ note })}
      onLeave={check.leave('note')}
      error={check.errorOf('note')}
      hint={count > counted ? t('screen.form.characters', { count, max: longest }) : undefined}
    />
  )
}
