import { useTranslation } from 'react-i18next'
import { Button, QuestionNote } from '#renderer/ui/index.ts'
import styles from './product-editor.module.css'
import type { ProductForm } from './use-product-form.ts'

/** Somebody else changed the same parts: nothing is overwritten unseen (reliability 19). */
export function MeanwhileNote({ form }: { form: ProductForm }) {
  const { t } = useTranslation('catalog')
  const { meanwhile, takeTheirs, keepMine } = form
  if (meanwhile === null) return null
  return (
    <QuestionNote glyph="versions" title={t('screen.meanwhile.title')}>
      <p>{t('screen.meanwhile.why')}</p>
      <ul className={styles.disputed}>
        {meanwhile.disputed.map((part) => (
          <li key={part}>
            <span className="strong">{t(`field.product.${part}`)}</span>
            <Button size={28} onClick={() => takeTheirs(part)}>
              {t('screen.meanwhile.takeTheirs')}
            </Button>
            <Button size={28} onClick={() => keepMine(part)}>
              {t('screen.meanwhile.keepMine')}
            </Button>
          </li>
        ))}
      </ul>
    </QuestionNote>
  )
}
