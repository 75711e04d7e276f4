import { useTranslation } from 'react-i18next'
import { Button } from '../buttons/button.tsx'
import { ErrorNotice } from '../notes/error-notice.tsx'
import styles from './data-table.module.css'

/** Part of a list could not be fetched; what is there stays and can be used. */
export function LoadProblem({ retry }: { retry: () => void }) {
  const { t } = useTranslation('ui')
  return (
    <div className={styles.problem}>
      <ErrorNotice what={t('table.notLoaded')} why={t('table.notLoadedWhy')}>
        <Button size={28} onClick={retry}>
          {t('tryAgain')}
        </Button>
      </ErrorNotice>
    </div>
  )
}
