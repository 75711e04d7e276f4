import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Brand, Button, classNames, Glyph, RegisterMark, useKeys } from '#renderer/ui/index.ts'
import styles from './first-start.module.css'

interface StepsFrameProps {
  /** Words of the steps, and at which one is. */
  steps: readonly string[]
  at: number
  /** How much is left, at the foot of the steps. */
  left: string
  title: string
  lead: string
  children: ReactNode
  /** Word of the solid button; undefined where nothing is left to do but to wait. */
  next?: string
  onNext?: () => void
  onBack?: (() => void) | undefined
  isBusy?: boolean
  blockedBy?: string | undefined
}

/** One question per step; the register mark shows where one is, and Enter goes on. */
export function StepsFrame(props: StepsFrameProps) {
  const { steps, at, left, title, lead, children, next, onNext, onBack, isBusy = false, blockedBy } = props
  const { t } = useTranslation('users')
  const goOn = () => {
    if (!isBusy && blockedBy === undefined) onNext?.()
  }
  useKeys([
    { keys: 'Enter', label: next ?? '', run: goOn, isActive: next !== undefined },
    { keys: 'Alt+Left', label: t('ui:back'), run: () => onBack?.(), isActive: onBack !== undefined },
  ])
  return (
    <div className={styles.frame}>
      <header className={styles.side}>
        <Brand name="Counterproof" />
        <ol className={styles.steps} aria-label={t('screen.firstStart.steps')}>
          {steps.map((word, place) => (
            <li
              key={word}
              className={classNames(styles.step, place < at && styles.done)}
              aria-current={place === at ? 'step' : undefined}
            >
              <StepSign place={place} at={at} />
              {word}
            </li>
          ))}
        </ol>
        <p className={styles.left}>{left}</p>
      </header>
      <form
        className={styles.paper}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          goOn()
        }}
      >
        <main className={styles.question}>
          <h1 className="t-opening">{title}</h1>
          <p className={styles.lead}>{lead}</p>
          {children}
        </main>
        <footer className={styles.foot}>
          {onBack !== undefined && (
            <Button kind="quiet" size={44} onClick={onBack}>
              {t('ui:back')}
            </Button>
          )}
          <span className={styles.gap} />
          {blockedBy !== undefined && <span className="settled">{blockedBy}</span>}
          {next !== undefined && (
            <Button kind="solid" size={44} type="submit" keys="Enter" isBusy={isBusy} blockedBy={blockedBy}>
              {next}
            </Button>
          )}
        </footer>
      </form>
    </div>
  )
}

function StepSign({ place, at }: { place: number; at: number }) {
  if (place === at) return <RegisterMark state="in" size={18} />
  return <Glyph name={place < at ? 'ink-check' : 'dashed'} size={16} />
}
