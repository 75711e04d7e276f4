import { Component, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Brand, Button, ErrorNotice } from '#renderer/ui/index.ts'
import { problemReference } from './problem-reference.ts'
import styles from './problems.module.css'

/**
 * The last net: the program itself broke. Forms are kept on the station while they are typed, so that loading the page
 * again brings everything back (reliability item 103).
 */
export class ErrorBoundary extends Component<{ children: ReactNode }, { thrown: unknown; isBroken: boolean }> {
  override state = { thrown: null, isBroken: false }

  static getDerivedStateFromError(thrown: unknown) {
    return { thrown, isBroken: true }
  }

  override render() {
    return this.state.isBroken ? <ProgramFault thrown={this.state.thrown} /> : this.props.children
  }
}

function ProgramFault({ thrown }: { thrown: unknown }) {
  const { t } = useTranslation('app')
  return (
    <div className={styles.bare}>
      <Brand name="Counterproof" />
      <ErrorNotice what={t('fault.program.what')} why={t('fault.program.why')} reference={problemReference(thrown)}>
        <Button kind="solid" onClick={() => window.location.reload()}>
          {t('fault.program.reload')}
        </Button>
      </ErrorNotice>
    </div>
  )
}
