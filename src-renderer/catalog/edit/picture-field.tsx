import { IconPhotoPlus } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat, useRefusalWords, useUpload } from '#renderer/client/index.ts'
import { Button, classNames, ErrorNotice, Thumbnail } from '#renderer/ui/index.ts'
import { fileUrl } from '../words/file-url.ts'
import styles from './product-editor.module.css'

interface PictureFieldProps {
  /** Hash of the picture in the file store. */
  hash: string | null
  onChange: (hash: string | null) => void
}

/** What lists and the counter show of it. Sent to the station as soon as it is chosen; used when the form is saved. */
export function PictureField({ hash, onChange }: PictureFieldProps) {
  const { t } = useTranslation('catalog')
  const words = useRefusalWords()
  const format = useFormat()
  const upload = useUpload()
  const picker = useRef<HTMLInputElement>(null)
  const [refused, setRefused] = useState<string | null>(null)
  const take = async (file: File | undefined) => {
    setRefused(null)
    if (file === undefined) return
    const stored = await upload.send(file, { kind: 'artwork' })
    if (stored === null || !stored.ok) return
    const { quarantine, mediaType } = stored.value
    if (quarantine !== null) setRefused(t(`files:quarantine.${quarantine}`))
    else if (!mediaType.startsWith('image/')) setRefused(t('screen.picture.notPicture'))
    else onChange(stored.value.hash)
  }
  const { progress } = upload
  return (
    <div>
      <p className={classNames('t-label', styles.label)}>{t('screen.picture.title')}</p>
      <div className={styles.picture}>
        <input
          ref={picker}
          type="file"
          accept="image/png,image/jpeg,image/webp"
          hidden
          onChange={(event) => void take(event.currentTarget.files?.[0])}
        />
        {hash !== null && <Thumbnail src={fileUrl(hash)} box="page" alt={t('screen.picture.title')} />}
        <Button
          icon={<IconPhotoPlus size={17} stroke={1.6} aria-hidden />}
          isBusy={progress !== null}
          onClick={() => picker.current?.click()}
        >
          {t('screen.picture.choose')}
        </Button>
        {hash !== null && (
          <Button kind="quiet" onClick={() => onChange(null)}>
            {t('screen.picture.remove')}
          </Button>
        )}
        {progress !== null && (
          <output>
            {t('screen.picture.sent', {
              percent: format.percent(progress.size === 0 ? 0 : Math.round((10_000 * progress.sent) / progress.size)),
            })}
          </output>
        )}
      </div>
      {refused !== null && <ErrorNotice what={refused} why={t('screen.picture.kept')} />}
      {upload.problem !== null && <ErrorNotice what={words.problem(upload.problem)} />}
    </div>
  )
}
