import { useTranslation } from 'react-i18next'
import styles from './tag.module.css'

/** COPY n in a box, on screen as on paper. The first copy has no tag. */
export function CopyTag({ copy }: { copy: number }) {
  const { t } = useTranslation('ui')
  return <span className={styles.tag}>{t('copy', { copy })}</span>
}
