import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button, FieldGrid, NumberField, useKeys } from '#renderer/ui/index.ts'
import styles from './printers.module.css'
import { parseTenths } from './set-up-answers.ts'

interface OffsetFieldsProps {
  isBusy: boolean
  onKeep: (tooFar: { readonly right: number; readonly down: number }) => void
}

/** How far the two lines of the offset label are off; printing again shows whether it was measured well. */
export function OffsetFields({ isBusy, onKeep }: OffsetFieldsProps) {
  const { t } = useTranslation('printing')
  const [right, setRight] = useState<number | null>(0)
  const [down, setDown] = useState<number | null>(0)
  const isReady = right !== null && down !== null && (right !== 0 || down !== 0)
  const keep = () => {
    if (right !== null && down !== null) onKeep({ right, down })
  }
  const label = t('screen.setUp.offset.keep')
  useKeys([{ keys: 'Ctrl+Enter', label, run: keep, scope: 'dialog', isActive: isReady && !isBusy }])
  return (
    <div className={styles.offset}>
      <FieldGrid columns={2}>
        <NumberField
          label={t('screen.setUp.offset.rightBy')}
          hint={t('screen.setUp.offset.leftHint')}
          value={right}
          parse={parseTenths}
          format={String}
          onChange={setRight}
        />
        <NumberField
          label={t('screen.setUp.offset.downBy')}
          hint={t('screen.setUp.offset.upHint')}
          value={down}
          parse={parseTenths}
          format={String}
          onChange={setDown}
        />
      </FieldGrid>
      <div>
        <Button
          size={28}
          keys="Ctrl+Enter"
          isBusy={isBusy}
          blockedBy={isReady ? undefined : t('screen.setUp.offset.typeFirst')}
          onClick={keep}
        >
          {label}
        </Button>
      </div>
    </div>
  )
}
