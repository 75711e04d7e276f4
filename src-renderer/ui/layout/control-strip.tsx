import { useTranslation } from 'react-i18next'
import { Glyph } from '../status/glyph.tsx'
import { type GlyphName, glyphInk } from '../status/glyph-names.ts'
import { classNames } from '../theme/class-names.ts'
import styles from './control-strip.module.css'

export interface StageCount<Id extends string> {
  id: Id
  label: string
  count: number
  /** Absent for the cell that stands for all. */
  glyph?: GlyphName
}

interface ControlStripProps<Id extends string> {
  label: string
  stages: readonly StageCount<Id>[]
  /** The stages filtered for. */
  chosen: ReadonlySet<Id>
  onToggle: (id: Id) => void
}

/** The densities under a print's edge: per stage a count and a bar in its ink, long as its share of the largest. */
export function ControlStrip<Id extends string>({ label, stages, chosen, onToggle }: ControlStripProps<Id>) {
  const { i18n } = useTranslation('ui')
  const largest = Math.max(1, ...stages.filter((stage) => stage.glyph !== undefined).map((stage) => stage.count))
  const digits = new Intl.NumberFormat(i18n.language)
  return (
    <fieldset className={styles.strip}>
      <legend className="visually-hidden">{label}</legend>
      {stages.map((stage) => (
        <button
          key={stage.id}
          type="button"
          className={classNames(styles.cell, chosen.has(stage.id) && styles.chosen)}
          aria-pressed={chosen.has(stage.id)}
          onClick={() => onToggle(stage.id)}
        >
          <span className={styles.top}>
            <span className={styles.count}>{digits.format(stage.count)}</span>
            {stage.glyph !== undefined && <Glyph name={stage.glyph} size={13} />}
          </span>
          <span className={styles.label}>{stage.label}</span>
          {stage.glyph !== undefined && (
            <span
              className={styles.bar}
              style={{ '--bar': `var(--${glyphInk(stage.glyph)})`, width: `${(100 * stage.count) / largest}%` }}
            />
          )}
        </button>
      ))}
    </fieldset>
  )
}
