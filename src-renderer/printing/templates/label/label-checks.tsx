import { useTranslation } from 'react-i18next'
import { ColumnPart, Glyph } from '#renderer/ui/index.ts'
import type { OutputFor } from '#shared/contract.ts'
import styles from './label-designer.module.css'
import { usePartWords } from './part-words.ts'
import type { LabelParts } from './use-label-parts.ts'

type Label = OutputFor<'printTemplate.preview'>['label']

/** "Will it print and scan?", in the words of each part that will not (PR48). */
export function LabelChecks({ label, parts }: { label: Label; parts: LabelParts }) {
  const { t } = useTranslation('printing')
  const wordsOf = usePartWords()
  if (label === null) return null
  const dots = (tenths: number) => Math.round((tenths * label.dpi) / 254)
  const { width, height } = parts.design.size
  const wrong = label.parts.flatMap(({ id, warnings }) => {
    const part = parts.design.parts.find((each) => each.id === id)
    return part === undefined ? [] : warnings.map((warning) => ({ part, warning }))
  })
  const codes = parts.design.parts.filter((part) => 'hasCaption' in part)
  const hasCodes = codes.length > 0 && !wrong.some(({ part }) => 'hasCaption' in part)
  return (
    <ColumnPart title={t('screen.designer.checks')}>
      <ul className={styles.checks} aria-live="polite">
        <li className={styles.check}>
          <Glyph name="ink-check" size={14} />
          <span>{t('screen.designer.drawnFor', { dpi: label.dpi, width: dots(width), height: dots(height) })}</span>
        </li>
        {hasCodes && (
          <li className={styles.check}>
            <Glyph name="ink-check" size={14} />
            <span>{t('screen.designer.codesFit', { count: codes.length })}</span>
          </li>
        )}
        {wrong.map(({ part, warning }) => (
          <li key={`${part.id} ${JSON.stringify(warning)}`} className={styles.check}>
            <Glyph name="needs-you" size={14} />
            <button type="button" className={styles.toPart} onClick={() => parts.choose(part.id)}>
              <span className="strong">{wordsOf(part)}</span> {t(`warning.${warning.code}`, warning)}
            </button>
          </li>
        ))}
      </ul>
    </ColumnPart>
  )
}
