import { IconPrinter } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useCommand, useFormat, useQuery, useRefusalWords, useSession } from '#renderer/client/index.ts'
import { Button, ErrorNotice, Glyph, useKeys } from '#renderer/ui/index.ts'
import type { OutputFor } from '#shared/contract.ts'
import styles from './counter-payment.module.css'
import type { PaymentForm, Received } from './use-payment-form.ts'

interface ReceivedPanelProps {
  order: OutputFor<'salesOrder.get'>
  received: Received
  form: PaymentForm
  onBack: () => void
}

/** The money is in: what to give back, the receipt, and the next part if something is still open. */
export function ReceivedPanel({ order, received, form, onBack }: ReceivedPanelProps) {
  const { t } = useTranslation('payments')
  const format = useFormat()
  const words = useRefusalWords()
  const { may } = useSession()
  const print = useCommand('paper.print')
  const routes = useQuery('printRoute.list', {}, { isWanted: may('printJob.print') && may('printRoute.see') }).value
  const receipt = routes?.papers.find(({ kind, forms }) => kind.startsWith('payments.') && forms.includes('receipt'))
  const amount = (value: number) => format.amount(value, form.currency)
  const printReceipt = () => {
    if (receipt === undefined) return
    const documentId = receipt.about === 'payment' ? received.paymentId : order.id
    void print.run({ papers: [{ kind: receipt.kind, documentId }] })
  }
  const isOpen = received.open > 0
  useKeys([
    { keys: 'Ctrl+P', label: t('printReceipt'), run: printReceipt, isActive: receipt !== undefined },
    { keys: '+', label: t('nextPart'), run: form.goOn, isActive: isOpen },
    { keys: 'Enter', label: t('back'), run: onBack },
  ])
  return (
    <section className={styles.done}>
      <output className={styles.doneHead}>
        <Glyph name="accepted" size={24} />
        <span className="t-question">
          {t('done', { amount: amount(received.amount), method: t(`method.${received.method}`) })}
        </span>
      </output>
      {received.method === 'cash' && (
        <div className={styles.change}>
          <span className="strong">{t('giveBack')}</span>
          <span className="t-change tabular">{amount(received.change)}</span>
        </div>
      )}
      <p>{isOpen ? t('stillOpen', { amount: amount(received.open) }) : t('allPaid')}</p>
      {print.problem !== null && <ErrorNotice what={t('notPrinted')} why={words.problem(print.problem)} />}
      <div className={styles.doneActions}>
        <Button kind="solid" size={56} keys="Enter" autoFocus onClick={onBack}>
          {t('back')}
        </Button>
        {receipt !== undefined && (
          <Button
            size={56}
            keys="Ctrl+P"
            icon={<IconPrinter size={20} stroke={1.6} aria-hidden />}
            isBusy={print.isPending}
            onClick={printReceipt}
          >
            {t('printReceipt')}
          </Button>
        )}
        {isOpen && (
          <Button size={56} keys="+" onClick={form.goOn}>
            {t('nextPart')}
          </Button>
        )}
      </div>
    </section>
  )
}
