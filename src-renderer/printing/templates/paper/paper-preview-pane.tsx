import { useTranslation } from 'react-i18next'
import { useRefusalWords } from '#renderer/client/index.ts'
import { ErrorNotice } from '#renderer/ui/index.ts'
import type { TemplatePreview } from '../use-template-preview.ts'
import styles from './paper-editor.module.css'

/** The paper on the desk, with what is to be known about it under it. */
export function PaperPreviewPane({ preview, name }: { preview: TemplatePreview; name: string }) {
  const { t } = useTranslation('printing')
  const words = useRefusalWords()
  const { shown, problem } = preview
  const pictures = shown?.pictures ?? []
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <section className={styles.desk} aria-label={t('screen.preview.pictures', { paper: name })} tabIndex={0}>
      {problem !== null && <ErrorNotice what={t('screen.preview.notShown')} why={words.problem(problem)} />}
      {(shown?.warnings ?? []).map((warning) => (
        <p key={JSON.stringify(warning)} className={styles.warning}>
          {t(`warning.${warning.code}`, warning)}
        </p>
      ))}
      {pictures.map((picture, index) => (
        <img
          // biome-ignore lint/suspicious/noArrayIndexKey: pages have no other name than their place
          key={index}
          className={styles.sheet}
          data-form={shown?.form}
          src={`data:${picture.mediaType};base64,${picture.data}`}
          alt={t('screen.preview.pageAlt', { paper: name, page: index + 1, pages: pictures.length })}
        />
      ))}
    </section>
  )
}
