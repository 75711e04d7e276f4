import { useTranslation } from 'react-i18next'
import { classNames, FootBar, KeyCap } from '#renderer/ui/index.ts'
import styles from './order-list.module.css'
import { useLastViewed } from './use-last-viewed.ts'

const shown = 4

/** The orders somebody looked at last, always within reach (ORD-12). */
export function LastViewedBar({ onOpen }: { onOpen: (id: string) => void }) {
  const { t } = useTranslation('sales-orders')
  const { viewed } = useLastViewed()
  return (
    <FootBar
      right={
        <span className={styles.keys}>
          <KeyCap keys="Up" /> <KeyCap keys="Down" /> {t('list.key.move')}
          <KeyCap keys="Enter" /> {t('list.key.open')}
          <KeyCap keys="X" /> {t('list.key.select')}
        </span>
      }
    >
      <span className="hint">{viewed.length === 0 ? t('list.nothingViewed') : t('list.lastViewed')}</span>
      {viewed.slice(0, shown).map(({ id, number, name }) => (
        <button key={id} type="button" className={styles.viewed} onClick={() => onOpen(id)}>
          <span className={classNames('mono', styles.code)}>{number}</span>
          <span className={classNames('one-line', styles.viewedName)}>{name || t('walkIn')}</span>
        </button>
      ))}
    </FootBar>
  )
}
