import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#renderer/client/index.ts'
import { languageName, NotSaved } from '#renderer/settings/index.ts'
import { Button, CheckboxField, Facts, useKeys } from '#renderer/ui/index.ts'
import { businessDay, instantFromMillis } from '#shared/kernel/dates.ts'
import { JoinStep } from '../join/join-step.tsx'
import { RecoveryCodeSheet } from '../secrets/recovery-code-sheet.tsx'
import { CompanyStep } from './company-step.tsx'
import styles from './first-start.module.css'
import { FirstStartFrame } from './first-start-frame.tsx'
import { PeopleStep } from './people-step.tsx'
import { PlaceStep } from './place-step.tsx'
import { type FirstStart, useFirstStart } from './use-first-start.ts'

/** The first start: five short pages, and at the end a shop with one administrator who cannot be locked out. */
export function Screen() {
  const { t } = useTranslation('users')
  const start = useFirstStart()
  const [isWrittenDown, setWrittenDown] = useState(false)
  const [isJoining, setJoining] = useState(false)
  const { step } = start
  if (isJoining) return <JoinStep onBack={() => setJoining(false)} />
  const next = step === 'ready' ? start.finish : start.next
  return (
    <FirstStartFrame
      key={step}
      step={step}
      next={t(`screen.firstStart.next.${step}`)}
      onNext={next}
      onBack={start.back}
      isBusy={start.isBusy}
      blockedBy={step === 'code' && !isWrittenDown ? t('screen.code.blocked') : undefined}
    >
      {step !== 'code' && step !== 'ready' && start.problem !== null && (
        <NotSaved problem={start.problem} check={start.check} />
      )}
      {step === 'place' && (
        <>
          <PlaceStep {...start} />
          <JoinInstead onJoin={() => setJoining(true)} />
        </>
      )}
      {step === 'company' && <CompanyStep {...start} />}
      {step === 'people' && <PeopleStep {...start} />}
      {step === 'code' && <CodeStep start={start} isWrittenDown={isWrittenDown} onWrittenDown={setWrittenDown} />}
      {step === 'ready' && <ReadyStep start={start} />}
    </FirstStartFrame>
  )
}

/** The other way to begin: the shop is there already, at another computer. */
function JoinInstead({ onJoin }: { onJoin: () => void }) {
  const { t } = useTranslation('users')
  useKeys([{ keys: 'Alt+J', label: t('screen.join.instead'), run: onJoin }])
  return (
    <p className={styles.instead}>
      {t('screen.join.insteadWhy')}
      <Button size={28} keys="Alt+J" onClick={onJoin}>
        {t('screen.join.instead')}
      </Button>
    </p>
  )
}

interface CodeStepProps {
  start: FirstStart
  isWrittenDown: boolean
  onWrittenDown: (isWrittenDown: boolean) => void
}

function CodeStep({ start, isWrittenDown, onWrittenDown }: CodeStepProps) {
  const { t } = useTranslation('users')
  const format = useFormat()
  const today = businessDay(instantFromMillis(Date.now()), start.values.timeZone)
  return (
    <>
      <RecoveryCodeSheet
        code={start.code ?? ''}
        person={start.values.person}
        company={start.values.name}
        madeOn={format.dateOnPaper(today)}
      />
      <CheckboxField label={t('screen.code.writtenDown')} isChecked={isWrittenDown} onChange={onWrittenDown} />
    </>
  )
}

function ReadyStep({ start }: { start: FirstStart }) {
  const { t } = useTranslation('users')
  const { values } = start
  if (start.isSecretOnly && values.name === '') return null
  return (
    <div className={styles.facts}>
      <Facts
        layout="rows"
        facts={[
          { label: t('settings:field.company.name'), value: values.name },
          { label: t('settings:field.company.language'), value: languageName(values.language) },
          { label: t('settings:field.company.currency'), value: values.currency },
          { label: t('settings:field.company.timeZone'), value: values.timeZone },
          { label: t('role.administrator'), value: values.person },
        ]}
      />
    </div>
  )
}
