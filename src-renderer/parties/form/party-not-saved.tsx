import { useTranslation } from 'react-i18next'
import { useRefusalWords } from '#renderer/client/index.ts'
import { NotSaved } from '#renderer/settings/index.ts'
import { Button, QuestionNote } from '#renderer/ui/index.ts'
import { withTheirs } from './meanwhile.ts'
import styles from './party-form.module.css'
import type { PartyForm } from './use-party-form.ts'

/** What, why and the ways out; a VAT number never stops a sale (PA7). */
export function PartyNotSaved({ form }: { form: PartyForm }) {
  const { t } = useTranslation('parties')
  const words = useRefusalWords()
  const { check, problem, reading, save, meanwhile } = form
  if (meanwhile !== null) return <ChangedMeanwhile form={form} />
  const { vat } = reading
  const isVatWrong = vat?.ok === false && check.errorOf('vatNumber') !== null
  const isFirst = check.wrong[0]?.field === 'vatNumber'
  return (
    <NotSaved problem={problem} check={check} why={isVatWrong && isFirst ? words.refusal(vat.problem) : null}>
      {isVatWrong && (
        <>
          <Button size={28} onClick={() => void save({ vatNumber: '' })}>
            {t('screen.form.withoutVat')}
          </Button>
          <Button size={28} onClick={() => void save({ keepsUnverifiedVat: true })}>
            {t('screen.form.unverifiedVat')}
          </Button>
        </>
      )}
    </NotSaved>
  )
}

/** Both versions, field by field. What stands in the form is one's own; saving again keeps it knowingly. */
function ChangedMeanwhile({ form }: { form: PartyForm }) {
  const { t } = useTranslation('parties')
  const { meanwhile, change, settle } = form
  if (meanwhile === null) return null
  const nameOf = (path: string) => {
    const [field = '', , own = ''] = path.split('.')
    const names = own === '' || own === 'address' ? [field] : [field, own === 'role' || own === 'removed' ? field : own]
    return [...new Set(names)].map((each) => t(`field.party.${each}`)).join(' · ')
  }
  return (
    <QuestionNote glyph="versions" title={t('screen.meanwhile.title')}>
      <p>{t('screen.meanwhile.why')}</p>
      <ul className={styles.disputed}>
        {meanwhile.disputed.map(({ path, theirs, mine }) => (
          <li key={path}>
            <span>
              <span className="strong">{nameOf(path)}</span>{' '}
              {t('screen.meanwhile.both', {
                theirs: theirs || t('screen.nothing'),
                mine: mine || t('screen.nothing'),
              })}
            </span>
            <Button
              size={28}
              onClick={() => {
                change((values) => withTheirs(values, path, meanwhile.theirs))
                settle(path)
              }}
            >
              {t('screen.meanwhile.takeTheirs')}
            </Button>
            <Button size={28} onClick={() => settle(path)}>
              {t('screen.meanwhile.keepMine')}
            </Button>
          </li>
        ))}
      </ul>
    </QuestionNote>
  )
}
