import { useTranslation } from 'react-i18next'
import { useFormat, useQuery, useSession } from '#renderer/client/index.ts'
import { type Fact, Facts, StatusWord } from '#renderer/ui/index.ts'
import styles from './party-preview.module.css'

/** A party at a glance in the palette: where, whom to call, what to know. */
export function PartyPreview({ id }: { id: string }) {
  const { t } = useTranslation('parties')
  const { may } = useSession()
  const format = useFormat()
  const party = useQuery('party.get', { id }, { dropsLast: true }).value
  if (party === undefined) return null
  const address = party.addresses.find(({ isInvoice }) => isInvoice)?.address
  const contact = party.contacts.find(({ isMain }) => isMain)
  const phone = party.phone || contact?.phone || ''
  const facts: Fact[] = []
  const add = (label: string, value: string, detail?: string) => {
    if (value !== '') facts.push({ label, value, ...(detail === undefined || detail === '' ? {} : { detail }) })
  }
  add(t('field.party.contacts'), contact?.name ?? '', contact?.role)
  add(t('field.party.phone'), phone.replace(';ext=', ' / '))
  add(t('field.party.email'), party.email || contact?.email || '')
  if (address !== undefined)
    add(t('field.party.addresses'), address.street, [address.postcode, address.city].filter(Boolean).join(' '))
  if (may('price.see') && party.discount !== undefined && party.discount > 0)
    add(t('field.party.discount'), format.percent(party.discount))
  return (
    <div className={styles.preview}>
      <p className="mono">{party.code}</p>
      <p className="strong">{party.name}</p>
      {party.archived && <StatusWord glyph="called-off">{t('field.party.archived')}</StatusWord>}
      <Facts facts={facts} layout="rows" />
      {party.note !== '' && <p className={styles.note}>{party.note}</p>}
    </div>
  )
}
