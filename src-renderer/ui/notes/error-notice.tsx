import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Glyph } from '../status/glyph.tsx'
import styles from './notice.module.css'

interface ErrorNoticeProps {
  /** What happened: "Not saved: one field needs you". */
  what: ReactNode
  /** Why, and that nothing typed is lost. */
  why?: ReactNode
  /** The ways out, as buttons of size 28 to 34. */
  children?: ReactNode
  /** For support, at the end in mono. */
  reference?: string
}

/** What, why, way out, in that order. Announced at once; the document stays visible behind it. */
export function ErrorNotice({ what, why, children, reference }: ErrorNoticeProps) {
  const { t } = useTranslation('ui')
  return (
    <div className={styles.notice} data-kind="error" role="alert">
      <p className={styles.what}>
        <Glyph name="refused" size={16} />
        {what}
      </p>
      {why !== undefined && <p className={styles.why}>{why}</p>}
      {children !== undefined && <div className={styles.ways}>{children}</div>}
      {reference !== undefined && (
        <p className={styles.reference}>
          {t('reference')} <span className="mono">{reference}</span>
        </p>
      )}
    </div>
  )
}
