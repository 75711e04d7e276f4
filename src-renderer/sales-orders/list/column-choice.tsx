import { IconAdjustmentsHorizontal } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button, CheckboxField, Popover } from '#renderer/ui/index.ts'
import { type ChosenColumn, chosenColumns, withColumnToggled } from './list-columns.ts'
import styles from './order-list.module.css'

interface ColumnChoiceProps {
  columns: readonly ChosenColumn[]
  onChange: (columns: readonly ChosenColumn[]) => void
}

/** Which columns this person wants; what has no room is left out all the same, the least important first. */
export function ColumnChoice({ columns, onChange }: ColumnChoiceProps) {
  const { t } = useTranslation('sales-orders')
  const [isOpen, setOpen] = useState(false)
  return (
    <Popover
      label={t('list.columns')}
      isOpen={isOpen}
      onClose={() => setOpen(false)}
      position="bottom-end"
      trapsFocus
      width={240}
      target={
        <Button
          kind="quiet"
          icon={<IconAdjustmentsHorizontal size={17} stroke={1.6} aria-hidden />}
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          {t('list.columns')}
        </Button>
      }
    >
      <div className={styles.choices}>
        {chosenColumns.map((column) => (
          <CheckboxField
            key={column}
            label={t(`list.head.${column}`)}
            isChecked={columns.includes(column)}
            onChange={() => onChange(withColumnToggled(columns, column))}
          />
        ))}
      </div>
    </Popover>
  )
}
