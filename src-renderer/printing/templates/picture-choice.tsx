import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocal, useRefusalWords, useUpload } from '#renderer/client/index.ts'
import { Button } from '#renderer/ui/index.ts'
import styles from './templates.module.css'

interface PictureChoiceProps {
  label: string
  hash: string | null
  /** Of the saved form; what is found out while choosing is said first. */
  error: string | null
  onChange: (hash: string) => void
}

/** A picture of the shop's own, checked as soon as it is chosen: what no paper can carry is said here (PR43). */
export function PictureChoice({ label, hash, error, onChange }: PictureChoiceProps) {
  const { t } = useTranslation('printing')
  const words = useRefusalWords()
  const upload = useUpload()
  const check = useLocal('printTemplate.checkPicture')
  const picker = useRef<HTMLInputElement>(null)
  const take = async (file: File | undefined) => {
    if (file === undefined) return
    check.forgive()
    const stored = await upload.send(file, { kind: 'logo' })
    if (!stored?.ok) return
    const checked = await check.run({ hash: stored.value.hash })
    if (checked.ok) onChange(stored.value.hash)
  }
  const problem = upload.problem ?? check.problem
  const said = problem === null ? error : words.problem(problem)
  return (
    <div className={styles.picture}>
      <input
        ref={picker}
        type="file"
        accept="image/png,image/jpeg"
        hidden
        onChange={(event) => {
          void take(event.currentTarget.files?.[0])
          event.currentTarget.value = ''
        }}
      />
      {hash !== null && <img className="paper" src={`/files/${hash}`} alt={label} />}
      <Button
        size={28}
        isBusy={upload.progress !== null || check.isPending}
        aria-describedby="picture-problem"
        onClick={() => picker.current?.click()}
      >
        {t('screen.templates.choosePicture')}
      </Button>
      {said !== null && (
        <p id="picture-problem" role="alert" className={styles.wrong}>
          {said}
        </p>
      )}
    </div>
  )
}
