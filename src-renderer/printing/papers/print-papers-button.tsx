import { IconPrinter } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useGo, useHere, useRouteWish } from '#renderer/client/index.ts'
import { Button, Dialog, useKeys } from '#renderer/ui/index.ts'
import { usePrintWords } from '../words/use-print-words.ts'
import { LeftOutDialog } from './left-out-dialog.tsx'
import type { PaperStanding } from './paper-standing.ts'
import styles from './papers.module.css'
import { usePaperPrinting } from './use-paper-printing.tsx'
import { usePaperStandings } from './use-paper-standings.ts'

interface PrintPapersProps {
  about: string
  documentId: string
}

/** The whole documentation of a document in one action (ORD-40, PRN-08); Ctrl+P asks which one paper. */
export function PrintPapersButton(props: PrintPapersProps) {
  const { t } = useTranslation('printing')
  const { isOffered, isPending, printAll, dialogs } = usePrintPapers(props)
  useWishedPrint(isOffered, printAll)
  if (!isOffered) return null
  return (
    <>
      <Button
        icon={<IconPrinter size={17} stroke={1.6} aria-hidden />}
        keys="Ctrl+Shift+P"
        isBusy={isPending}
        onClick={printAll}
      >
        {t('screen.papers.all')}
      </Button>
      {dialogs}
    </>
  )
}

/** "Print all papers of 26-A04817", said on another page: once, when the papers are known. */
function useWishedPrint(isOffered: boolean, printAll: () => void): void {
  const wish = useRouteWish('print')
  const here = useHere()
  const go = useGo()
  const isDone = useRef(false)
  useEffect(() => {
    if (wish !== 'all' || !isOffered || isDone.current) return
    isDone.current = true
    // Said once: who comes back later prints nothing.
    go(`${here}?part=papers`, { replaces: true })
    printAll()
  })
}

/** The same keys without a button, for the row of a list that has the focus. */
export function PrintPapersKeys(props: PrintPapersProps) {
  return usePrintPapers(props).dialogs
}

function usePrintPapers({ about, documentId }: PrintPapersProps) {
  const { t } = useTranslation('printing')
  const papers = usePaperStandings(about, documentId)
  const printing = usePaperPrinting()
  const [isAsking, setAsking] = useState(false)
  const isOffered = printing.mayPrint && papers.length > 0
  const print = (wanted: readonly PaperStanding[]) => {
    setAsking(false)
    void printing.print(wanted.map(({ kind }) => ({ kind, documentId })))
  }
  const printAll = () => void printing.printAll(papers.map(({ kind }) => ({ kind, documentId })))
  useKeys([
    { keys: 'Ctrl+Shift+P', label: t('screen.papers.all'), run: printAll, isActive: isOffered },
    { keys: 'Ctrl+P', label: t('screen.papers.which'), run: () => setAsking(true), isActive: isOffered },
  ])
  const dialogs = (
    <>
      {isAsking && <WhichPaper papers={papers} onPrint={print} onClose={() => setAsking(false)} />}
      {printing.question}
      <LeftOutDialog printing={printing} />
    </>
  )
  return { isOffered, isPending: printing.isPending, printAll, dialogs }
}

interface WhichPaperProps {
  papers: readonly PaperStanding[]
  onPrint: (papers: readonly PaperStanding[]) => void
  onClose: () => void
}

function WhichPaper({ papers, onPrint, onClose }: WhichPaperProps) {
  const { t } = useTranslation('printing')
  return (
    <Dialog title={t('screen.papers.which')} isOpen onClose={onClose} width={360}>
      <PaperAnswers papers={papers} onPrint={onPrint} />
    </Dialog>
  )
}

/** Inside the dialog, so that the digits are its own. */
function PaperAnswers({ papers, onPrint }: Omit<WhichPaperProps, 'onClose'>) {
  const words = usePrintWords()
  const answers = papers.slice(0, 9).map((paper, index) => ({ paper, keys: String(index + 1) }))
  useKeys(
    answers.map(({ paper, keys }) => ({
      keys,
      label: words.paper(paper.kind),
      run: () => onPrint([paper]),
      scope: 'dialog' as const,
    })),
  )
  return (
    <div className={styles.choices}>
      {answers.map(({ paper, keys }) => (
        <Button key={paper.kind} spread fullWidth size={44} keys={keys} onClick={() => onPrint([paper])}>
          {words.paper(paper.kind)}
        </Button>
      ))}
    </div>
  )
}
