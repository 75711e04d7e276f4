import { IconPrinter } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocal, useRefusalWords } from '#renderer/client/index.ts'
import { Button, classNames, Dialog, ErrorNotice, useKeys } from '#renderer/ui/index.ts'
import { PaperSign } from '../words/paper-sign.tsx'
import { usePrintWords } from '../words/use-print-words.ts'
import { LeftOutDialog } from './left-out-dialog.tsx'
import type { PaperStanding } from './paper-standing.ts'
import styles from './papers.module.css'
import { PaperPreview } from './preview-dialog.tsx'
import { savePdf } from './save-pdf.ts'
import { StandingWord } from './standing-word.tsx'
import { TemplateChoice } from './template-choice.tsx'
import { type PaperPrinting, usePaperPrinting } from './use-paper-printing.tsx'
import { usePaperStandings } from './use-paper-standings.ts'

interface DocumentPapersProps {
  /** Entity the papers are of: `sales_order`. */
  about: string
  documentId: string
}

/** The papers of a document, each with how it came out; its name shows it, its button prints it. */
export function DocumentPapers({ about, documentId }: DocumentPapersProps) {
  const { t } = useTranslation('printing')
  const words = usePrintWords()
  const papers = usePaperStandings(about, documentId)
  const printing = usePaperPrinting()
  const [open, setOpen] = useState<string | null>(null)
  const shown = papers.find(({ kind }) => kind === open)
  if (papers.length === 0) return <p className="hint">{t('screen.papers.none')}</p>
  return (
    <>
      <ul className={classNames(styles.list, styles.wide)}>
        {papers.map((paper) => (
          <li key={paper.kind} className={styles.paper}>
            <PaperSign form={paper.form} />
            <span className={styles.words}>
              <button
                type="button"
                className={`one-line ${styles.name}`}
                aria-haspopup="dialog"
                onClick={() => setOpen(paper.kind)}
              >
                {words.paper(paper.kind)}
              </button>
              <StandingWord paper={paper} />
            </span>
            {printing.mayPrint && (
              <Button
                kind="quiet"
                size={28}
                icon={<IconPrinter size={16} stroke={1.6} aria-hidden />}
                aria-label={t('screen.papers.printOne', { paper: words.paper(paper.kind) })}
                onClick={() => void printing.print([{ kind: paper.kind, documentId }])}
              >
                {t('screen.papers.print')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {shown !== undefined && (
        <PaperDialog paper={shown} documentId={documentId} printing={printing} onClose={() => setOpen(null)} />
      )}
      {printing.question}
      <LeftOutDialog printing={printing} />
    </>
  )
}

interface PaperDialogProps {
  paper: PaperStanding
  documentId: string
  printing: PaperPrinting
  onClose: () => void
}

/** The paper as it would come out now, to print it here or to take it along as a PDF (PRN-02, PRN-03). */
function PaperDialog({ paper, documentId, printing, onClose }: PaperDialogProps) {
  const { t } = useTranslation('printing')
  const words = usePrintWords()
  const refusals = useRefusalWords()
  const pdf = useLocal('paper.pdf')
  const [templateId, setTemplateId] = useState<string | undefined>(undefined)
  const wanted = { kind: paper.kind, documentId, ...(templateId === undefined ? {} : { templateId }) }
  const print = () => {
    onClose()
    void printing.print([wanted])
  }
  const download = async () => {
    const made = await pdf.run(wanted)
    if (made.ok) savePdf(made.value)
  }
  if (pdf.problem !== null) {
    return (
      <Dialog title={words.paper(paper.kind)} isOpen onClose={onClose}>
        <ErrorNotice what={t('screen.preview.noPdf')} why={refusals.problem(pdf.problem)} />
      </Dialog>
    )
  }
  return (
    <PaperPreview
      paper={wanted}
      name={words.paper(paper.kind)}
      choices={<TemplateChoice kind={paper.kind} chosen={templateId} onChoose={setTemplateId} />}
      onClose={onClose}
      actions={
        <>
          {paper.forms.includes('page') && (
            <Button isBusy={pdf.isPending} onClick={() => void download()}>
              {t('screen.preview.download')}
            </Button>
          )}
          {printing.mayPrint && (
            <Button kind="solid" keys="Ctrl+P" onClick={print}>
              {t('screen.preview.print')}
            </Button>
          )}
          <PrintHereKey isActive={printing.mayPrint} onPrint={print} />
        </>
      }
    />
  )
}

function PrintHereKey({ isActive, onPrint }: { isActive: boolean; onPrint: () => void }) {
  const { t } = useTranslation('printing')
  useKeys([{ keys: 'Ctrl+P', label: t('screen.preview.print'), run: onPrint, scope: 'dialog', isActive }])
  return null
}
