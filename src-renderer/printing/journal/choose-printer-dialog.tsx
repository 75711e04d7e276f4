import { useTranslation } from 'react-i18next'
import { useQuery } from '#renderer/client/index.ts'
import { Button, Dialog, StatusWord, useKeys } from '#renderer/ui/index.ts'
import type { PrintJobRow } from '../words/job-word.ts'
import { type PrinterRow, printerWord } from '../words/printer-word.ts'
import { usePrintWords } from '../words/use-print-words.ts'
import styles from './journal.module.css'
import { otherPrinters } from './journal-view.ts'

interface ChoosePrinterDialogProps {
  job: PrintJobRow
  onChoose: (printerId: string) => void
  onClose: () => void
}

/** Which other printer: a digit is an answer, each with the state the printer is in. */
export function ChoosePrinterDialog({ job, onChoose, onClose }: ChoosePrinterDialogProps) {
  const { t } = useTranslation('printing')
  const words = usePrintWords()
  const printers = useQuery('printer.list', {}).value?.printers ?? []
  const papers = useQuery('printRoute.list', {}).value?.papers ?? []
  const forms = papers.find(({ kind }) => kind === job.kind)?.forms ?? []
  const others = otherPrinters(job, printers, forms)
  return (
    <Dialog title={t('screen.move.title', { paper: words.paper(job.kind) })} isOpen onClose={onClose} width={420}>
      {others.length === 0 ? <p>{t('screen.move.none')}</p> : <PrinterAnswers printers={others} onChoose={onChoose} />}
    </Dialog>
  )
}

function PrinterAnswers({ printers, onChoose }: { printers: readonly PrinterRow[]; onChoose: (id: string) => void }) {
  const words = usePrintWords()
  const answers = printers.slice(0, 9).map((printer, index) => ({ printer, keys: String(index + 1) }))
  useKeys(
    answers.map(({ printer, keys }) => ({
      keys,
      label: printer.name,
      run: () => onChoose(printer.id),
      scope: 'dialog' as const,
    })),
  )
  return (
    <div className={styles.choices}>
      {answers.map(({ printer, keys }) => (
        <div key={printer.id} className={styles.choice}>
          <Button spread fullWidth size={44} keys={keys} onClick={() => onChoose(printer.id)}>
            {printer.name}
          </Button>
          <StatusWord glyph={printerWord(printer).glyph} tone="settled">
            {words.printer(printer)}
          </StatusWord>
        </div>
      ))}
    </div>
  )
}
