import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { newUuid } from '#renderer/client/index.ts'
import { Button, Dialog, TextAreaField, useKeys } from '#renderer/ui/index.ts'
import { LeftOutDialog } from '../papers/left-out-dialog.tsx'
import { usePaperPrinting } from '../papers/use-paper-printing.tsx'
import styles from './templates.module.css'

const most = 100
const longest = 40

/** Labels of bins: their codes typed or pasted, one in each line (ST2). */
export function BinLabelsDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('printing')
  const printing = usePaperPrinting()
  const [text, setText] = useState('')
  // Of no document: each opening is a wish of its own, and pressed twice it is still the same one.
  const [documentId] = useState(newUuid)
  const codes = [
    ...new Set(
      text
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== ''),
    ),
  ]
  const tooLong = codes.find((code) => [...code].length > longest)
  const error =
    codes.length > most
      ? t('screen.bins.tooMany', { most })
      : tooLong === undefined
        ? null
        : t('screen.bins.tooLong', { code: tooLong, longest })
  const isReady = codes.length > 0 && error === null
  const print = () => {
    if (isReady) void printing.print([{ kind: 'stock.binLabel', documentId, codes }])
  }
  return (
    <Dialog
      title={t('screen.bins.print')}
      isOpen
      onClose={onClose}
      closesOnVeil={text === ''}
      actions={
        <Button
          kind="solid"
          keys="Ctrl+P"
          isBusy={printing.isPending}
          {...(isReady ? {} : { blockedBy: error ?? t('screen.bins.none') })}
          onClick={print}
        >
          {t('screen.bins.count', { count: codes.length })}
        </Button>
      }
    >
      <div className={styles.form}>
        <TextAreaField
          label={t('screen.bins.codes')}
          hint={t('screen.bins.hint')}
          error={error}
          rows={8}
          autoFocus
          value={text}
          onChange={setText}
        />
      </div>
      <PrintKey label={t('screen.bins.print')} onPrint={print} />
      {printing.question}
      <LeftOutDialog printing={printing} />
    </Dialog>
  )
}

function PrintKey({ label, onPrint }: { label: string; onPrint: () => void }) {
  useKeys([{ keys: 'Ctrl+P', label, run: onPrint, scope: 'dialog' }])
  return null
}
