import { useTranslation } from 'react-i18next'
import { capsOf, NAMED_CAPS } from '../keys/chord.ts'
import { classNames } from '../theme/class-names.ts'
import styles from './key-cap.module.css'

interface KeyCapProps {
  /** As registered in the key map: `Alt+N`, `Ctrl+Enter`, `G O`, `/`. */
  keys: string
  /** `wide`: from 1100 px. `always`: at every width. `held`: only while Alt is held. */
  show?: 'wide' | 'always' | 'held'
  onSolid?: boolean
}

/** Keys drawn as caps. Silent for screen readers: the control itself carries `aria-keyshortcuts`. */
export function KeyCap({ keys, show = 'wide', onSolid = false }: KeyCapProps) {
  const { t } = useTranslation('ui')
  return (
    <span className={classNames(styles.caps, styles[show], onSolid && styles.onSolid)} aria-hidden="true">
      {capsOf(keys).map((cap) => (
        <kbd key={cap} className={styles.cap}>
          {NAMED_CAPS.has(cap) ? t(`key.${cap}`) : cap}
        </kbd>
      ))}
    </span>
  )
}
