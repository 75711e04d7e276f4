import { IconPrinter } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useCommand, useDateWords, useQuery, useRefusalWords, useSession } from '#renderer/client/index.ts'
import { Button, ErrorNotice, StatusWord, statusGlyphs } from '#renderer/ui/index.ts'
import styles from './order-page.module.css'
import { paperWord } from './order-timeline.tsx'
import { type PaperState, paperStates } from './paper-states.ts'
import type { OrderFolder } from './use-sales-order.ts'

/** The papers of an order with how each came out; printing again is one press away. */
export function OrderPapers({ folder }: { folder: OrderFolder }) {
  const { t } = useTranslation('sales-orders')
  const words = useRefusalWords()
  const papers = usePapers(folder)
  const print = usePrintPapers(folder.order.id)
  if (papers.length === 0) return <p className="hint">{t('papers.none')}</p>
  return (
    <>
      <ul className={styles.papers}>
        {papers.map((paper) => (
          <li key={paper.kind} className={styles.paper}>
            <span className={`one-line ${styles.paperName}`}>{t(paperWord(paper.kind))}</span>
            <PaperWord paper={paper} />
            {print.mayPrint && (
              <Button
                kind="quiet"
                size={28}
                icon={<IconPrinter size={16} stroke={1.6} aria-hidden />}
                aria-label={t('papers.printOne', { paper: t(paperWord(paper.kind)) })}
                isBusy={print.isPending}
                onClick={() => print.run([paper.kind])}
              >
                {t('papers.print')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {print.problem !== null && <ErrorNotice what={t('papers.notPrinted')} why={words.problem(print.problem)} />}
    </>
  )
}

function PaperWord({ paper }: { paper: PaperState }) {
  const { t } = useTranslation('sales-orders')
  const { since } = useDateWords()
  if (paper.result === null) {
    return (
      <StatusWord glyph="dashed" tone="settled">
        {t('papers.notYet')}
      </StatusWord>
    )
  }
  const glyph = {
    printed: statusGlyphs.printJob.printed,
    handed_over: statusGlyphs.printJob.handedOver,
    unknown: statusGlyphs.printJob.unknown,
    not_there: statusGlyphs.printJob.cancelled,
  }[paper.result]
  const word = paper.times > 1 ? `papers.${paper.result}Times` : `papers.${paper.result}`
  return (
    <StatusWord glyph={glyph} tone={paper.result === 'unknown' ? 'needs' : 'settled'}>
      <span title={since(paper.at)}>{t(word, { count: paper.times })}</span>
    </StatusWord>
  )
}

/** Every paper that can be made of a sales order at this station, with its last outcome anywhere. */
function usePapers({ outcomes }: OrderFolder): readonly PaperState[] {
  const { may } = useSession()
  const routes = useQuery('printRoute.list', {}, { isWanted: may('printRoute.see') })
  return paperStates(routes.value?.papers ?? [], outcomes)
}

interface PrintPapers {
  readonly mayPrint: boolean
  readonly run: (kinds: readonly string[]) => void
  readonly isPending: boolean
  readonly problem: ReturnType<typeof useCommand<'paper.print'>>['problem']
}

function usePrintPapers(orderId: string): PrintPapers {
  const { may } = useSession()
  const print = useCommand('paper.print')
  return {
    mayPrint: may('printJob.print'),
    run: (kinds) => void print.run({ papers: kinds.map((kind) => ({ kind, documentId: orderId })) }),
    isPending: print.isPending,
    problem: print.problem,
  }
}

/** The whole documentation of an order in one action (ORD-40). */
export function AllPapersButton({ folder }: { folder: OrderFolder }) {
  const { t } = useTranslation('sales-orders')
  const papers = usePapers(folder)
  const print = usePrintPapers(folder.order.id)
  if (!print.mayPrint || papers.length === 0) return null
  return (
    <Button
      icon={<IconPrinter size={17} stroke={1.6} aria-hidden />}
      keys="Ctrl+Shift+P"
      isBusy={print.isPending}
      onClick={() => print.run(papers.map(({ kind }) => kind))}
    >
      {t('papers.all')}
    </Button>
  )
}
