import { useTranslation } from 'react-i18next'
import { useFormat, useRefusalWords } from '#renderer/client/index.ts'
import { ProgressLine } from '#renderer/ui/index.ts'
import { usePrintWords } from '../words/use-print-words.ts'
import type { BatchAtPrinter, PrintBatch } from './batch-word.ts'
import styles from './batches.module.css'

/** n of m papers, at each printer, and what was left out by name. */
export function BatchProgress({ batch, stopped }: { batch: PrintBatch; stopped: number | null }) {
  const { t } = useTranslation('printing')
  const { documents, laidOut, printers, alreadyThere } = batch
  return (
    <div className={styles.progress}>
      {laidOut < documents && batch.state !== 'stopped' && (
        <ProgressLine share={laidOut / documents} label={t('screen.batch.state.layingOut')}>
          {t('screen.batch.layingOut', { done: laidOut, all: documents })}
        </ProgressLine>
      )}
      {printers.map((at) => (
        <AtPrinter key={at.printerId} at={at} />
      ))}
      {stopped !== null && <p aria-live="polite">{t('screen.batch.stopped', { count: stopped })}</p>}
      {alreadyThere > 0 && <p className="hint">{t('screen.batch.alreadyThere', { count: alreadyThere })}</p>}
      <LeftOut batch={batch} />
    </div>
  )
}

function AtPrinter({ at }: { at: BatchAtPrinter }) {
  const { t } = useTranslation('printing')
  const format = useFormat()
  const { papers, done, sending, waiting, unknown, failed, cancelled, printerName } = at
  const parts = [
    t('screen.batch.of', { done: format.count(done), papers: format.count(papers) }),
    ...(sending > 0 ? [t('screen.batch.sending', { count: sending })] : []),
    ...(waiting > 0 ? [t('screen.batch.waiting', { count: waiting })] : []),
    ...(unknown > 0 ? [t('screen.batch.unknown', { count: unknown })] : []),
    ...(failed > 0 ? [t('screen.batch.failed', { count: failed })] : []),
    ...(cancelled > 0 ? [t('screen.batch.cancelled', { count: cancelled })] : []),
  ]
  return (
    <ProgressLine share={papers === 0 ? 0 : done / papers} label={printerName}>
      <span className="strong">{printerName}</span> {parts.join(' · ')}
    </ProgressLine>
  )
}

const shownAtMost = 3

function LeftOut({ batch: { leftOut } }: { batch: PrintBatch }) {
  const { t } = useTranslation('printing')
  const words = usePrintWords()
  const refusals = useRefusalWords()
  if (leftOut.length === 0) return null
  const reasons = new Map<string, { readonly kind: string; readonly why: string; readonly count: number }>()
  for (const { kind, refusal } of leftOut) {
    const why = refusals.refusal(refusal)
    const key = `${kind} ${why}`
    reasons.set(key, { kind, why, count: (reasons.get(key)?.count ?? 0) + 1 })
  }
  return (
    <ul className={styles.left} aria-label={t('screen.batch.leftOut', { count: leftOut.length })}>
      {[...reasons].slice(0, shownAtMost).map(([key, { kind, why, count }]) => (
        <li key={key}>{t('screen.batch.leftOutOf', { count, paper: words.paper(kind), why })}</li>
      ))}
      {reasons.size > shownAtMost && <li>{t('screen.batch.leftOutMore', { count: reasons.size - shownAtMost })}</li>}
    </ul>
  )
}
