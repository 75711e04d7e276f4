import { useTranslation } from 'react-i18next'
import { useFormat, useSession } from '#renderer/client/index.ts'
import { languageName } from '#renderer/settings/index.ts'
import { type Fact, Facts, Tag } from '#renderer/ui/index.ts'
import { isLanguage } from '#shared/kernel/language.ts'
import type { Party } from '../form/party-values.ts'
import { LatestOrders } from './latest-orders.tsx'
import styles from './party-page.module.css'
import { MailLink, PhoneLink } from './reach-links.tsx'
import { useCountryName } from './use-country-name.ts'

/** What a clerk with the customer on the telephone needs to see at once. */
export function PartySummary({ party, onOrders }: { party: Party; onOrders: () => void }) {
  const { t } = useTranslation('parties')
  const { may } = useSession()
  const facts = useFacts(party)
  const countryName = useCountryName()
  return (
    <div className={styles.summary}>
      <Facts facts={facts} />
      {party.note !== '' && (
        <section className={styles.note}>
          <h2 className="t-label">{t('field.party.note')}</h2>
          <p>{party.note}</p>
        </section>
      )}
      <div className={styles.columns}>
        {party.contacts.length > 0 && (
          <section>
            <h2 className="t-section">{t('screen.form.contacts')}</h2>
            <ul className={styles.list}>
              {party.contacts.map((contact) => (
                <li key={contact.id}>
                  <p>
                    <span className="strong">{contact.name || contact.email || contact.phone}</span>
                    {contact.role !== '' && <span className="hint"> · {contact.role}</span>}
                    {contact.isMain && party.contacts.length > 1 && (
                      <>
                        {' '}
                        <Tag>{t('screen.form.main')}</Tag>
                      </>
                    )}
                  </p>
                  <p className={styles.reach}>
                    <PhoneLink phone={contact.phone} />
                    <MailLink email={contact.email} />
                  </p>
                </li>
              ))}
            </ul>
          </section>
        )}
        {party.addresses.length > 0 && (
          <section>
            <h2 className="t-section">{t('screen.form.addresses')}</h2>
            <ul className={styles.list}>
              {party.addresses.map(({ id, address, isInvoice, isDelivery }) => (
                <li key={id}>
                  {address.label !== '' && <p className="strong">{address.label}</p>}
                  <p>{[address.street, address.extra].filter(Boolean).join(', ')}</p>
                  <p>
                    {[[address.postcode, address.city].filter(Boolean).join(' '), countryName(address.country)]
                      .filter(Boolean)
                      .join(', ')}
                  </p>
                  {party.addresses.length > 1 && (
                    <p className={styles.marks}>
                      {isInvoice && <Tag>{t('screen.form.invoices')}</Tag>}
                      {isDelivery && <Tag>{t('screen.form.deliveries')}</Tag>}
                    </p>
                  )}
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
      {may('salesOrder.see') && <LatestOrders partyId={party.id} onAll={onOrders} />}
    </div>
  )
}

function useFacts(party: Party): readonly Fact[] {
  const { t } = useTranslation('parties')
  const format = useFormat()
  const { vatNumber, paymentTermDays, discount, pricesIncludeVat } = party
  const facts: Fact[] = []
  if (party.phone !== '') facts.push({ label: t('field.party.phone'), value: <PhoneLink phone={party.phone} /> })
  if (party.email !== '') facts.push({ label: t('field.party.email'), value: <MailLink email={party.email} /> })
  facts.push({
    label: t('field.party.language'),
    value: isLanguage(party.language) ? languageName(party.language) : party.language,
  })
  if (vatNumber !== null)
    facts.push({
      label: t('field.party.vatNumber'),
      value: <span className="mono">{vatNumber.number}</span>,
      detail: t(`vatChecked.${vatNumber.checked}`),
    })
  // Absent without the right to see prices (PA12).
  if (paymentTermDays !== undefined)
    facts.push({
      label: t('field.party.paymentTermDays'),
      value: paymentTermDays === null ? t('screen.form.termHint') : t('screen.page.days', { count: paymentTermDays }),
    })
  if (discount !== undefined && discount > 0)
    facts.push({ label: t('field.party.discount'), value: format.percent(discount) })
  if (pricesIncludeVat !== undefined)
    facts.push({
      label: t('screen.form.prices'),
      value: t(pricesIncludeVat ? 'screen.form.pricesGross' : 'screen.form.pricesNet'),
    })
  return facts
}
