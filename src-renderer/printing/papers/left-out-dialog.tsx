import { useTranslation } from 'react-i18next'
import { useRefusalWords } from '#renderer/client/index.ts'
import { Button, Dialog } from '#renderer/ui/index.ts'
import { usePrintWords } from '../words/use-print-words.ts'
import styles from './papers.module.css'
import type { PaperPrinting } from './use-paper-printing.tsx'

/** Which papers of a wish were not taken, each with why; the others are in the queue. */
export function LeftOutDialog({ printing }: { printing: PaperPrinting }) {
  const { t } = useTranslation('printing')
  const words = usePrintWords()
  const refusals = useRefusalWords()
  const { leftOut, forgive } = printing
  if (leftOut.length === 0) return null
  return (
    <Dialog
      title={t('screen.leftOut.title', { count: leftOut.length })}
      isOpen
      onClose={forgive}
      actions={
        <Button kind="solid" onClick={forgive}>
          {t('screen.leftOut.understood')}
        </Button>
      }
    >
      <ul className={styles.left}>
        {leftOut.map(({ paper, problem }) => (
          <li key={`${paper.kind} ${paper.documentId}`}>
            <span className="strong">{words.paper(paper.kind)}</span>
            <br />
            {refusals.problem(problem)}
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
