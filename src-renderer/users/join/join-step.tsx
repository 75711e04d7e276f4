import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormCheck, useLocal } from '#renderer/client/index.ts'
import { NotSaved } from '#renderer/settings/index.ts'
import { TextField } from '#renderer/ui/index.ts'
import firstStart from '../first-start/first-start.module.css'
import { JoinFrame } from './join-frame.tsx'

/** Where the shop's cloud is and the code that one of its stations shows; then this folder opens anew as a station of it. */
export function JoinStep({ onBack }: { onBack: () => void }) {
  const { t } = useTranslation('users')
  const join = useLocal('sync.join')
  const [values, setValues] = useState({ cloudUrl: '', code: '', stationName: '' })
  const check = useFormCheck('sync.join', values, join.problem)
  const next = () => {
    if (check.checkAll()) void join.run(values)
  }
  return (
    <JoinFrame step="code" next={t('screen.join.next')} onNext={next} onBack={onBack} isBusy={join.isPending}>
      <div className={firstStart.fields}>
        <NotSaved problem={join.problem} check={check} />
        <TextField
          name="cloudUrl"
          type="url"
          label={t('screen.join.address')}
          hint={t('screen.join.addressHint')}
          value={values.cloudUrl}
          onChange={(cloudUrl) => setValues({ ...values, cloudUrl })}
          onLeave={check.leave('cloudUrl')}
          error={check.errorOf('cloudUrl')}
          isCode
          isRequired
          autoFocus
        />
        <TextField
          name="code"
          label={t('screen.join.code')}
          hint={t('screen.join.codeHint')}
          value={values.code}
          onChange={(code) => setValues({ ...values, code })}
          onLeave={check.leave('code')}
          error={check.errorOf('code')}
          isCode
          isRequired
        />
        <TextField
          name="stationName"
          label={t('screen.join.stationName')}
          hint={t('screen.join.stationNameHint')}
          value={values.stationName}
          onChange={(stationName) => setValues({ ...values, stationName })}
          onLeave={check.leave('stationName')}
          error={check.errorOf('stationName')}
          isRequired
        />
      </div>
    </JoinFrame>
  )
}
