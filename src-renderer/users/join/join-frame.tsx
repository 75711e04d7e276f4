import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { StepsFrame } from '../first-start/steps-frame.tsx'

const joinSteps = ['place', 'code', 'arrival'] as const

interface JoinFrameProps {
  step: 'code' | 'arrival'
  children: ReactNode
  next?: string
  onNext?: () => void
  onBack?: () => void
  isBusy?: boolean
}

/** The steps of joining a shop that is there already: two of them are short, the third goes by itself. */
export function JoinFrame({ step, ...frame }: JoinFrameProps) {
  const { t } = useTranslation('users')
  const at = joinSteps.indexOf(step)
  return (
    <StepsFrame
      {...frame}
      steps={joinSteps.map((each) => t(`screen.join.step.${each}`))}
      at={at}
      left={t('screen.join.left', { step: at + 1, steps: joinSteps.length })}
      title={t(`screen.join.title.${step}`)}
      lead={t(`screen.join.lead.${step}`)}
    />
  )
}
