import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { problemOf, useClient, useHouse, useSession } from '#renderer/client/index.ts'
import { Button, ComboField, type ComboOption, useKeys } from '#renderer/ui/index.ts'
import styles from './customer-strip.module.css'
import { NewCustomer } from './new-customer.tsx'
import { withParty, withWalkIn } from './taken-customer.ts'
import type { OrderEntry } from './use-order-entry.ts'

interface CustomerSearchProps {
  entry: OrderEntry
  onDone: () => void
  /** There is a customer to go back to. */
  canLeave: boolean
}

/** Find by name, code, e-mail, telephone or town; make a new one, or go on without a name, all without leaving the order. */
export function CustomerSearch({ entry, onDone, canLeave }: CustomerSearchProps) {
  const { t } = useTranslation('sales-orders')
  const { ask } = useClient()
  const { may } = useSession()
  const house = useHouse()
  const [newText, setNewText] = useState<string | null>(null)

  const takeParty = async (partyId: string) => {
    const party = await ask.query('party.get', { id: partyId }).catch((thrown) => {
      entry.setTrouble(problemOf(thrown))
      return null
    })
    if (party === null) return
    entry.setTrouble(null)
    entry.change((draft) => withParty(draft, party))
    onDone()
  }
  const takeWalkIn = () => {
    entry.change((draft) => withWalkIn(draft, '', house.pricesIncludeVat))
    onDone()
  }
  useKeys([{ keys: 'Alt+W', label: t('entry.walkInKey'), run: takeWalkIn }])

  const search = async (text: string): Promise<readonly ComboOption[]> => {
    const { rows } = await ask.query('party.find', { text })
    return rows
      .filter(({ kind }) => kind !== 'walk_in')
      .map(({ id, code, name, city, contact, phone, email }) => ({
        id,
        label: name,
        detail: [city, phone || email || contact, code].filter(Boolean).join(' · '),
      }))
  }
  return (
    <section aria-label={t('entry.customer')}>
      <div className={styles.search}>
        <div className={styles.field}>
          <ComboField
            label={t('entry.findCustomer')}
            placeholder={t('entry.findCustomerHint')}
            autoFocus
            value={null}
            onChange={(option) => option !== null && void takeParty(option.id)}
            search={search}
            clearsOnChoice
            {...(may('party.register')
              ? { create: { label: (text: string) => t('entry.newCustomerCalled', { text }), run: setNewText } }
              : {})}
          />
        </div>
        <Button size={34} keys="Alt+W" onClick={takeWalkIn}>
          {t('entry.goWalkIn')}
        </Button>
        {canLeave && (
          <Button kind="quiet" onClick={onDone}>
            {t('leave')}
          </Button>
        )}
      </div>
      {newText !== null && (
        <NewCustomer typed={newText} onTaken={(partyId) => void takeParty(partyId)} onLeave={() => setNewText(null)} />
      )}
    </section>
  )
}
