import type { ReactNode } from 'react'
import { Content, PageHeader } from '#renderer/ui/index.ts'
import styles from './settings.module.css'

interface SettingsSheetProps {
  title: string
  beside?: ReactNode
  actions?: ReactNode
  /** A table fills the sheet; a form is as wide as it can be read. */
  kind?: 'form' | 'list'
  children: ReactNode
}

/** One page of Settings: header and content beside the menu of all pages. */
export function SettingsSheet({ title, beside, actions, kind = 'form', children }: SettingsSheetProps) {
  return (
    <div className={styles.sheet}>
      <PageHeader title={title} beside={beside} actions={actions} />
      <Content kind={kind}>{kind === 'form' ? <div className={styles.form}>{children}</div> : children}</Content>
    </div>
  )
}
