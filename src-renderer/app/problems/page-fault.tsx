import type { ErrorComponentProps } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Button, ErrorNotice } from '#renderer/ui/index.ts'
import { problemReference } from './problem-reference.ts'
import styles from './problems.module.css'

/** A page that broke while it was drawn. The rest of the program stands, and what was typed is kept on the station. */
export function PageFault({ error, reset }: ErrorComponentProps) {
  const { t } = useTranslation('app')
  return (
    <div className={styles.middle}>
      <ErrorNotice what={t('fault.page.what')} why={t('fault.page.why')} reference={problemReference(error)}>
        <Button onClick={reset}>{t('fault.page.again')}</Button>
        <Button onClick={() => window.location.assign('#/')}>{t('fault.page.toStart')}</Button>
      </ErrorNotice>
    </div>
  )
}
