import { useTranslation } from 'react-i18next'
import { useHouse, useQuery, useSettled } from '#renderer/client/index.ts'
import { Button, Card, StatusWord } from '#renderer/ui/index.ts'
import styles from './party-form.module.css'
import { countryOfValues } from './party-values.ts'
import type { PartyForm } from './use-party-form.ts'

/** Who may be the same, and why: looked up while somebody types, so that nobody is registered twice (PA15). */
export function KnownParties({ form }: { form: PartyForm }) {
  const { t } = useTranslation('parties')
  const { country } = useHouse()
  const { values, base } = form
  const { name, email, phone, vatNumber } = values
  const typed = useSettled(
    JSON.stringify({
      name: name.slice(0, 200),
      email: email.slice(0, 254),
      phone: phone.slice(0, 60),
      vatNumber: vatNumber.slice(0, 40),
      country: countryOfValues(values, country),
      exceptId: base === null ? null : values.id,
    }),
  )
  const isWanted = [name, email, phone, vatNumber].some((text) => text.trim().length > 2)
  const alike = useQuery('party.similar', JSON.parse(typed), { isWanted }).value ?? []
  if (alike.length === 0) return null
  return (
    <section className={styles.known} aria-label={t('screen.form.known')} aria-live="polite">
      <p className="t-label">{t('screen.form.known')}</p>
      <div className={styles.alike}>
        {alike.map((party) => (
          <Card key={party.id}>
            <p className="strong">{[party.name, party.city].filter(Boolean).join(', ')}</p>
            <p className={styles.because}>
              <span className="mono">{party.code}</span>
              {reasons(party.because).map((each) => ` · ${t(`likeness.${each}`)}`)}
            </p>
            {party.archived && <StatusWord glyph="called-off">{t('field.party.archived')}</StatusWord>}
            <Button size={28} onClick={() => window.open(`#/parties/${party.id}`, '_blank', 'noopener')}>
              {t('screen.form.openBeside')}
            </Button>
          </Card>
        ))}
      </div>
    </section>
  )
}

/** The same address says by itself that the domain is the same. */
function reasons<R extends string>(because: readonly R[]): readonly R[] {
  return because.filter((each) => each !== 'emailDomain' || !because.some((other) => other === 'email'))
}
