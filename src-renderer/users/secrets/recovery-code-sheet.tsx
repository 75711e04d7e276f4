import { IconPrinter } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Button } from '#renderer/ui/index.ts'
import styles from './recovery-code.module.css'

interface RecoveryCodeSheetProps {
  code: string
  person: string
  company: string
  /** Written out in the language of the screen. */
  madeOn: string
}

/** The code that is seen only once, large enough to be copied by hand; printed it stands on a page of its own. */
export function RecoveryCodeSheet({ code, person, company, madeOn }: RecoveryCodeSheetProps) {
  const { t } = useTranslation('users')
  return (
    <>
      <section className={styles.sheet}>
        <h2 className={styles.onPaper}>{t('recoverySheet.title')}</h2>
        <p className={styles.onPaper}>{t('recoverySheet.lead', { name: person })}</p>
        <p className={styles.code}>{code}</p>
        <dl className={styles.facts}>
          <dt>{t('recoverySheet.company')}</dt>
          <dd>{company}</dd>
          <dt>{t('recoverySheet.person')}</dt>
          <dd>{person}</dd>
          <dt>{t('recoverySheet.madeOn')}</dt>
          <dd>{madeOn}</dd>
        </dl>
        <p className={styles.how}>{t('recoverySheet.steps')}</p>
        <p className={styles.keep}>{t('recoverySheet.keep')}</p>
      </section>
      <div className={styles.print}>
        <Button icon={<IconPrinter size={17} />} onClick={() => window.print()}>
          {t('screen.code.print')}
        </Button>
      </div>
    </>
  )
}
