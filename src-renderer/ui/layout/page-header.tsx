import { IconArrowLeft } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../buttons/icon-button.tsx'
import styles from './page-header.module.css'

interface PageHeaderProps {
  /** "Sales orders", or the party of the document when `code` is given. One title per page. */
  title: string
  /** Document number in mono before the title. */
  code?: string
  /** Status word, version tag, hint: after the title. */
  beside?: ReactNode
  /** At most three buttons, the solid one last. */
  actions?: ReactNode
  /** Shows the arrow at the left; Esc is the page's own to register. */
  onBack?: () => void
}

export function PageHeader({ title, code, beside, actions, onBack }: PageHeaderProps) {
  const { t } = useTranslation('ui')
  return (
    <header className={styles.header}>
      {onBack !== undefined && (
        <IconButton label={t('back')} icon={<IconArrowLeft size={17} />} keys="Esc" onClick={onBack} />
      )}
      <h1 className={styles.title} title={code === undefined ? title : `${code} ${title}`}>
        {code !== undefined && <span className={styles.code}>{code}</span>}
        <span className={code === undefined ? styles.name : styles.party}>{title}</span>
      </h1>
      {beside !== undefined && <div className={styles.beside}>{beside}</div>}
      {actions !== undefined && <div className={styles.actions}>{actions}</div>}
    </header>
  )
}
