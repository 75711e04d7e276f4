import { useTranslation } from 'react-i18next'
import { useClient, useCommand, useQuery, useRefusalWords } from '#renderer/client/index.ts'
import { Button, ComboField, type ComboOption, Dialog, ErrorNotice } from '#renderer/ui/index.ts'
import styles from './templates.module.css'

/** Customers whose papers look so (PR40): the next template of the kind takes a customer from the one before. */
export function TemplateCustomersDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation('printing')
  const words = useRefusalWords()
  const { ask } = useClient()
  const assign = useCommand('printTemplate.assign')
  const template = useQuery('printTemplate.get', { id }).value
  const search = async (text: string): Promise<readonly ComboOption[]> => {
    const { rows } = await ask.query('party.find', { text })
    return rows.map((party) => ({
      id: party.id,
      label: party.name,
      detail: [party.city, party.code].filter(Boolean).join(' · '),
    }))
  }
  if (template === undefined) return null
  return (
    <Dialog title={t('screen.templates.customersOf', { name: template.name })} isOpen onClose={onClose}>
      <div className={styles.form}>
        {assign.problem !== null && (
          <ErrorNotice what={t('screen.templates.notSaved')} why={words.problem(assign.problem)} />
        )}
        <ComboField
          label={t('screen.templates.addCustomer')}
          autoFocus
          value={null}
          clearsOnChoice
          search={search}
          onChange={(option) => option !== null && void assign.run({ id, partyId: option.id, isAssigned: true })}
        />
        <ul className={styles.list}>
          {template.customers.map((party) => (
            <li key={party.id} className={styles.line}>
              <span className={styles.name}>{party.name}</span>
              <Button
                kind="quiet"
                size={28}
                onClick={() => void assign.run({ id, partyId: party.id, isAssigned: false })}
              >
                {t('screen.templates.removeCustomer')}
              </Button>
            </li>
          ))}
        </ul>
        {template.customers.length === 0 && <p className="hint">{t('screen.templates.noCustomers')}</p>}
      </div>
    </Dialog>
  )
}
