import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Brand, Button, classNames, Glyph, RegisterMark, useKeys } from '#renderer/ui/index.ts'
import styles from './first-start.module.css'
import { type FirstStartStep, firstStartSteps, minutesLeft } from './first-start-steps.ts'

interface FirstStartFrameProps {
  step: FirstStartStep
  children: ReactNode
  /** Word of the solid button. */
  next: string
  onNext: () => void
  onBack?: (() => void) | undefined
  isBusy?: boolean
  blockedBy?: string | undefined
}

/** One question per step; the register mark shows where one is, and Enter goes on. */
export function FirstStartFrame(props: FirstStartFrameProps) {
  const { step, children, next, onNext, onBack, isBusy = false, blockedBy } = props
  const { t } = useTranslation('users')
  const at = firstStartSteps.indexOf(step)
  const goOn = () => {
    if (!isBusy && blockedBy === undefined) onNext()
  }
  useKeys([
    { keys: 'Enter', label: next, run: goOn },
    { keys: 'Alt+Left', label: t('ui:back'), run: () => onBack?.(), isActive: onBack !== undefined },
  ])
  return (
    <div className={styles.frame}>
      <header className={styles.side}>
        <Brand name="Counterproof" />
        <ol className={styles.steps} aria-label={t('screen.firstStart.steps')}>
          {firstStartSteps.map((each, place) => (
            <li
              key={each}
              className={classNames(styles.step, place < at && styles.done)}
              aria-current={each === step ? 'step' : undefined}
            >
              <StepSign place={place} at={at} />
              {t(`screen.firstStart.step.${each}`)}
            </li>
          ))}
        </ol>
        <p className={styles.left}>
          {t('screen.firstStart.left', { step: at + 1, steps: firstStartSteps.length, count: minutesLeft[step] })}
        </p>
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
          <h1 className="t-opening">{t(`screen.firstStart.title.${step}`)}</h1>
          <p className={styles.lead}>{t(`screen.firstStart.lead.${step}`)}</p>
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
          <Button kind="solid" size={44} type="submit" keys="Enter" isBusy={isBusy} blockedBy={blockedBy}>
            {next}
          </Button>
        </footer>
      </form>
    </div>
  )
}

function StepSign({ place, at }: { place: number; at: number }) {
  if (place === at) return <RegisterMark state="in" size={18} />
  return <Glyph name={place < at ? 'ink-check' : 'dashed'} size={16} />
}
