import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormCheck, useLocal } from '#renderer/client/index.ts'
import { NotSaved } from '#renderer/settings/index.ts'
import { Button, Dialog, TextField, useKeys } from '#renderer/ui/index.ts'
import styles from './stations.module.css'

/** Founds the shop's organisation in a cloud, from this station. Nothing that is here goes away. */
export function ConnectDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('sync')
  const found = useLocal('sync.found')
  const [values, setValues] = useState({ cloudUrl: '', stationName: '' })
  const check = useFormCheck('sync.found', values, found.problem)
  const connect = async () => {
    if (!check.checkAll()) return
    const outcome = await found.run(values)
    if (outcome.ok) onClose()
  }
  return (
    <Dialog
      title={t('screen.connect.title')}
      isOpen
      onClose={onClose}
      width={560}
      closesOnVeil={false}
      actions={
        <>
          <Button kind="quiet" keys="Esc" onClick={onClose}>
            {t('ui:close')}
          </Button>
          <Button kind="solid" keys="Ctrl+Enter" isBusy={found.isPending} onClick={() => void connect()}>
            {t('screen.connect.do')}
          </Button>
        </>
      }
    >
      <ConnectKey onConnect={() => void connect()} />
      <div className={styles.form}>
        <p>{t('screen.connect.explained')}</p>
        <NotSaved problem={found.problem} check={check} />
        <TextField
          name="cloudUrl"
          type="url"
          label={t('screen.connect.address')}
          hint={t('screen.connect.addressHint')}
          value={values.cloudUrl}
          onChange={(cloudUrl) => setValues({ ...values, cloudUrl })}
          onLeave={check.leave('cloudUrl')}
          error={check.errorOf('cloudUrl')}
          isCode
          isRequired
          autoFocus
        />
        <TextField
          name="stationName"
          label={t('screen.connect.stationName')}
          hint={t('screen.connect.stationNameHint')}
          value={values.stationName}
          onChange={(stationName) => setValues({ ...values, stationName })}
          onLeave={check.leave('stationName')}
          error={check.errorOf('stationName')}
          isRequired
        />
      </div>
    </Dialog>
  )
}

/** Inside the dialog, so that its key lies above the page's. */
function ConnectKey({ onConnect }: { onConnect: () => void }) {
  const { t } = useTranslation('sync')
  useKeys([{ keys: 'Ctrl+Enter', label: t('screen.connect.do'), run: onConnect, scope: 'dialog' }])
  return null
}
