import { useTranslation } from 'react-i18next'
import type { OutputFor } from '#shared/contract.ts'
import styles from './papers.module.css'

type Picture = OutputFor<'paper.preview'>['pictures'][number]

interface PaperPicturesProps {
  pictures: readonly Picture[]
  form: OutputFor<'paper.preview'>['form']
  name: string
}

/** Papers as they come out, drawn by the renderer that prints them (P25): white in every theme. */
export function PaperPictures({ pictures, form, name }: PaperPicturesProps) {
  const { t } = useTranslation('printing')
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <section className={styles.pictures} aria-label={t('screen.preview.pictures', { paper: name })} tabIndex={0}>
      {pictures.map((picture, index) => (
        <img
          // biome-ignore lint/suspicious/noArrayIndexKey: pages have no other name than their place
          key={index}
          className={styles.picture}
          data-form={form}
          src={`data:${picture.mediaType};base64,${picture.data}`}
          alt={t('screen.preview.pageAlt', { paper: name, page: index + 1, pages: pictures.length })}
        />
      ))}
    </section>
  )
}
