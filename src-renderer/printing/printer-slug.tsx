import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDateWords, useGo, useQuery } from '#renderer/client/index.ts'
import { Button, Dialog, Glyph, SlugPart, StatusWord } from '#renderer/ui/index.ts'
import styles from './printer-slug.module.css'
import { type PrinterRow, printerWord } from './words/printer-word.ts'
import { ResultWord } from './words/result-word.tsx'
import { usePrintWords } from './words/use-print-words.ts'

/** Each printer of this station in the slug line with its state; opens its queue. */
export function PrinterSlug() {
  const words = usePrintWords()
  const printers = useQuery('printer.list', {}).value?.printers ?? []
  const [open, setOpen] = useState<string | null>(null)
  const shown = printers.find(({ id }) => id === open)
  return (
    <>
      {printers.map((printer) => {
        const { glyph, needsYou } = printerWord(printer)
        return (
          <SlugPart
            key={printer.id}
            sign={<Glyph name={glyph} size={13} />}
            detail={words.printer(printer)}
            isStrong={needsYou}
            isLive
            onClick={() => setOpen(printer.id)}
          >
            {printer.name}
          </SlugPart>
        )
      })}
      {shown !== undefined && <PrinterQueue printer={shown} onClose={() => setOpen(null)} />}
    </>
  )
}

function PrinterQueue({ printer, onClose }: { printer: PrinterRow; onClose: () => void }) {
  const { t } = useTranslation('printing')
  const go = useGo()
  const words = usePrintWords()
  const { since } = useDateWords()
  const rows = useQuery('printJob.list', { limit: 200 }).value?.rows ?? []
  const open = rows.filter(
    ({ printerId, state }) =>
      printerId === printer.id &&
      (state === 'queued' || state === 'sending' || state === 'unknown' || state === 'failed_before_send'),
  )
  const { glyph, needsYou } = printerWord(printer)
  const leave = (to: string) => () => {
    onClose()
    go(to)
  }
  return (
    <Dialog
      title={printer.name}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onClick={leave('/printers')}>{t('screen.printers.title')}</Button>
          <Button kind="solid" onClick={leave('/print-journal')}>
            {t('screen.journal.open')}
          </Button>
        </>
      }
    >
      <div className={styles.state}>
        <StatusWord glyph={glyph} tone={needsYou ? 'needs' : 'plain'}>
          {printer.state === 'blocked' && printer.reason !== null
            ? words.reason(printer.reason)
            : words.printer(printer)}
        </StatusWord>
        {needsYou && <p>{words.adviceOn(printer)}</p>}
        {printer.stateAt !== null && <p className="hint">{t('screen.slug.asOf', { when: since(printer.stateAt) })}</p>}
      </div>
      {open.length === 0 ? (
        <p>{t('screen.slug.nothing')}</p>
      ) : (
        <ul className={styles.jobs}>
          {open.map((job) => (
            <li key={job.id} className={styles.job}>
              <span className="tabular hint">{since(job.wantedAt)}</span>
              <span className="one-line strong">{words.paper(job.kind)}</span>
              <span className="mono">{job.orderNumber}</span>
              <ResultWord job={job} />
            </li>
          ))}
        </ul>
      )}
    </Dialog>
  )
}
