import { useTranslation } from 'react-i18next'
import { useDateWords } from '#renderer/client/index.ts'
import { classNames, Glyph } from '#renderer/ui/index.ts'
import type { OutputFor } from '#shared/contract.ts'
import { glyphOf, useFindingWords } from './finding-words.ts'
import styles from './findings.module.css'

type Row = OutputFor<'finding.list'>['rows'][number]

/** One finding in the list: what it is about, what happened, whose it is. */
export function FindingCard({ finding, isInHand, onTake }: { finding: Row; isInHand: boolean; onTake: () => void }) {
  const { t } = useTranslation('tasks')
  const { since } = useDateWords()
  const words = useFindingWords(finding.about.entity)
  const { about, kind, paths, parts, assigneeName } = finding
  // What is nowhere but in the log has no name: it is known by where it comes from.
  const [first] = parts
  const untitled = first === undefined ? t('finding.untitled') : t('finding.station', { code: first.stationCode })
  return (
    <li>
      <button
        type="button"
        className={classNames(styles.card, isInHand && styles.inHand)}
        aria-current={isInHand ? 'true' : undefined}
        onClick={onTake}
      >
        <span className={styles.cardHead}>
          <Glyph name={finding.isOpen ? glyphOf(kind) : 'ink-check'} />
          <span className="hint">{words.kind}</span>
          <time className={styles.cardTime} dateTime={finding.at}>
            {since(finding.at)}
          </time>
        </span>
        <span className={styles.cardTitle}>{about.title || untitled}</span>
        <span className="hint">
          {paths.length === 0 ? t(`finding.short.${kind}`) : words.fields(paths)}
          {assigneeName !== '' && ` · ${assigneeName}`}
        </span>
      </button>
    </li>
  )
}
