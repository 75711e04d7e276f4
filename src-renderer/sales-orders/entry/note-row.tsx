import { useTranslation } from 'react-i18next'
import { TextField } from '#renderer/ui/index.ts'
import { BedRow } from './bed-row.tsx'
import styles from './line-bed.module.css'
import type { DraftLine } from './order-draft.ts'

interface NoteRowProps {
  line: DraftLine
  onChange: (change: (line: DraftLine) => DraftLine) => void
}

/** A word for whoever makes this line; it stands on the job ticket. */
export function NoteRow({ line, onChange }: NoteRowProps) {
  const { t } = useTranslation('sales-orders')
  return (
    <BedRow label={t('entry.note')}>
      <div className={styles.note}>
        <TextField
          label={t('entry.noteOfLine')}
          labelIsHidden
          value={line.note}
          onChange={(note) => onChange((now) => ({ ...now, note }))}
          maxLength={500}
        />
      </div>
    </BedRow>
  )
}
