import { IconPrinter } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useRefusalWords } from '#renderer/client/index.ts'
import { Button, Dialog, ErrorNotice, useKeys } from '#renderer/ui/index.ts'
import { documentsInBatch } from '#shared/printing/print-batch.ts'
import styles from '../papers/papers.module.css'
import { usePrintWords } from '../words/use-print-words.ts'
import { useBatchPrinting } from './use-batch-printing.tsx'

interface PrintManyButtonProps {
  about: string
  /** Null: nobody counted them. */
  count: number | null
  /** The documents in the order of their list, also those nobody has scrolled to; null: more than one batch takes. */
  documentIds: (most: number) => Promise<readonly string[] | null>
}

/** Papers of all ticked documents: Ctrl+Shift+P all of each, Ctrl+P asks which kind (PRN-04, PRN-08). */
export function PrintManyButton({ about, count, documentIds }: PrintManyButtonProps) {
  const { t } = useTranslation('printing')
  const refusals = useRefusalWords()
  const printing = useBatchPrinting(about)
  const [isAsking, setAsking] = useState(false)
  const [isTooMany, setTooMany] = useState(false)
  const isOffered = printing.mayPrint && (count ?? 0) <= documentsInBatch
  const tooMany = t('screen.many.tooMany', { count: documentsInBatch })
  const title = count === null ? t('screen.many.whichOfAll') : t('screen.many.which', { count })
  const print = async (kinds: readonly string[]) => {
    setAsking(false)
    const ids = await documentIds(documentsInBatch)
    if (ids === null) setTooMany(true)
    else printing.print({ documentIds: ids, kinds })
  }
  useKeys([
    {
      keys: 'Ctrl+Shift+P',
      label: t('screen.papers.all'),
      run: () => void print(printing.kinds),
      isActive: isOffered,
    },
    { keys: 'Ctrl+P', label: title, run: () => setAsking(true), isActive: isOffered },
  ])
  if (!printing.mayPrint) return null
  return (
    <>
      <Button
        size={28}
        keys="Ctrl+P"
        icon={<IconPrinter size={16} stroke={1.6} aria-hidden />}
        isBusy={printing.isPending}
        blockedBy={isOffered ? undefined : tooMany}
        onClick={() => setAsking(true)}
      >
        {t('screen.many.print')}
      </Button>
      {isAsking && (
        <Dialog title={title} isOpen onClose={() => setAsking(false)} width={360}>
          <KindAnswers kinds={printing.kinds} onPrint={(kinds) => void print(kinds)} />
        </Dialog>
      )}
      {printing.question}
      {isTooMany && (
        <Dialog title={t('screen.many.notPrinted')} isOpen onClose={() => setTooMany(false)}>
          <p>{tooMany}</p>
        </Dialog>
      )}
      {printing.problem !== null && (
        <Dialog title={t('screen.many.notPrinted')} isOpen onClose={printing.forgive}>
          <ErrorNotice what={t('screen.many.notPrinted')} why={refusals.problem(printing.problem)} />
        </Dialog>
      )}
    </>
  )
}

interface KindAnswersProps {
  kinds: readonly string[]
  onPrint: (kinds: readonly string[]) => void
}

/** Inside the dialog, so that the digits are its own. */
function KindAnswers({ kinds, onPrint }: KindAnswersProps) {
  const { t } = useTranslation('printing')
  const words = usePrintWords()
  const answers = [
    { keys: '0', label: t('screen.papers.all'), kinds },
    ...kinds.slice(0, 9).map((kind, at) => ({ keys: String(at + 1), label: words.paper(kind), kinds: [kind] })),
  ]
  useKeys(
    answers.map(({ keys, label, kinds: wanted }) => ({ keys, label, run: () => onPrint(wanted), scope: 'dialog' })),
  )
  return (
    <div className={styles.choices}>
      {answers.map(({ keys, label, kinds: wanted }) => (
        <Button key={keys} spread fullWidth size={44} keys={keys} onClick={() => onPrint(wanted)}>
          {label}
        </Button>
      ))}
    </div>
  )
}
