import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Outcome } from '#renderer/client/index.ts'
import { Button, Dialog, TextField } from '#renderer/ui/index.ts'
import styles from './order-page.module.css'

interface ReasonDialogProps {
  /** Which words: `hold`, `cancel`. */
  word: 'hold' | 'cancel'
  number: string
  needsReason: boolean
  onRun: (reason: string) => Promise<Outcome<unknown>>
  onClose: () => void
}

/** Why an order is stopped or called off; the reason stands in the list, where people ask for it. */
export function ReasonDialog({ word, number, needsReason, onRun, onClose }: ReasonDialogProps) {
  const { t } = useTranslation('sales-orders')
  const [reason, setReason] = useState('')
  const isMissing = needsReason && reason.trim() === ''
  const run = async () => {
    if (isMissing) return
    const made = await onRun(reason.trim())
    if (made.ok) onClose()
  }
  return (
    <Dialog
      title={t(`reason.${word}.title`, { number })}
      isOpen
      onClose={onClose}
      width={440}
      actions={
        <>
          <Button kind="quiet" onClick={onClose}>
            {t('leave')}
          </Button>
          <Button
            kind="solid"
            keys="Enter"
            blockedBy={isMissing ? t('reason.missing') : undefined}
            onClick={() => void run()}
          >
            {t(`reason.${word}.run`)}
          </Button>
        </>
      }
    >
      <form
        className={styles.reason}
        onSubmit={(event) => {
          event.preventDefault()
          void run()
        }}
      >
        <p className="hint">{t(`reason.${word}.what`)}</p>
        <TextField label={t('reason.label')} autoFocus value={reason} onChange={setReason} maxLength={200} />
      </form>
    </Dialog>
  )
}
