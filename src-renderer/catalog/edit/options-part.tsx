import { useTranslation } from 'react-i18next'
import { useClient } from '#renderer/client/index.ts'
import { Button } from '#renderer/ui/index.ts'
import { OptionEditor } from './option-editor.tsx'
import styles from './product-editor.module.css'
import { newOption, type OptionValues } from './product-values.ts'
import { RulesEditor } from './rules-editor.tsx'
import type { ProductForm } from './use-product-form.ts'

const kinds = ['size', 'pages', 'choice'] as const

/** In how many ways it can be had (CAT-03), and what does not go together. */
export function OptionsPart({ form }: { form: ProductForm }) {
  const { t } = useTranslation('catalog')
  const { newId } = useClient()
  const { values, change } = form
  const add = (kind: OptionValues['kind']) =>
    change((now) => ({ ...now, options: [...now.options, newOption(newId(), kind, newId())] }))
  // A product has one size and one number of pages; lists there may be many.
  const isFree = (kind: OptionValues['kind']) =>
    kind === 'choice' || !values.options.some((option) => option.kind === kind)
  return (
    <>
      {values.options.length === 0 && <p className="hint">{t('screen.option.none')}</p>}
      {values.options.map((option, at) => (
        <OptionEditor key={option.id} form={form} option={option} at={at} />
      ))}
      <div className={styles.actions}>
        {kinds.filter(isFree).map((kind) => (
          <Button key={kind} size={28} onClick={() => add(kind)}>
            {t(`screen.option.add.${kind}`)}
          </Button>
        ))}
      </div>
      {values.options.length > 0 && <RulesEditor form={form} />}
    </>
  )
}
