import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { type FirstStartStep, firstStartSteps, minutesLeft } from './first-start-steps.ts'
import { StepsFrame } from './steps-frame.tsx'

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

/** The steps of a new shop. */
export function FirstStartFrame({ step, ...frame }: FirstStartFrameProps) {
  const { t } = useTranslation('users')
  const at = firstStartSteps.indexOf(step)
  return (
    <StepsFrame
      {...frame}
      steps={firstStartSteps.map((each) => t(`screen.firstStart.step.${each}`))}
      at={at}
      left={t('screen.firstStart.left', { step: at + 1, steps: firstStartSteps.length, count: minutesLeft[step] })}
      title={t(`screen.firstStart.title.${step}`)}
      lead={t(`screen.firstStart.lead.${step}`)}
    />
  )
}
