import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat, useRefusalWords, useUpload } from '#renderer/client/index.ts'
import { Button, ErrorNotice } from '#renderer/ui/index.ts'
import styles from '../settings.module.css'

interface LogoFieldProps {
  /** Hash of the picture in the file store. */
  logo: string | null
  onChange: (logo: string | null) => void
}

/** The shop's picture on papers. Sent to the station as soon as it is chosen; used when the form is saved. */
export function LogoField({ logo, onChange }: LogoFieldProps) {
  const { t } = useTranslation('settings')
  const words = useRefusalWords()
  const format = useFormat()
  const upload = useUpload()
  const picker = useRef<HTMLInputElement>(null)
  const take = async (file: File | undefined) => {
    if (file === undefined) return
    const stored = await upload.send(file, { kind: 'logo' })
    if (stored?.ok) onChange(stored.value.hash)
  }
  const { progress } = upload
  return (
    <div>
      <p className="t-label settled">{t('screen.company.logo')}</p>
      <div className={styles.logo}>
        <input
          ref={picker}
          type="file"
          accept="image/png,image/jpeg,image/webp"
          hidden
          onChange={(event) => void take(event.currentTarget.files?.[0])}
        />
        {logo !== null && <img className={styles.picture} src={`/files/${logo}`} alt={t('screen.company.logo')} />}
        <Button onClick={() => picker.current?.click()} isBusy={progress !== null}>
          {t('screen.company.logoChoose')}
        </Button>
        {logo !== null && (
          <Button kind="quiet" onClick={() => onChange(null)}>
            {t('screen.company.logoRemove')}
          </Button>
        )}
        {progress !== null && (
          <span>{t('screen.company.logoSent', { percent: format.percent(shareSent(progress)) })}</span>
        )}
      </div>
      {upload.problem !== null && <ErrorNotice what={words.problem(upload.problem)} />}
    </div>
  )
}

/** In basis points. */
function shareSent({ sent, size }: { sent: number; size: number }): number {
  return size === 0 ? 0 : Math.round((10_000 * sent) / size)
}
