import { useState } from 'react'
import { flushSync } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { useDateWords, useGo, useGoBack, useOwnSolid, useSession } from '#renderer/client/index.ts'
import { LanguageChoice, NotSaved } from '#renderer/settings/index.ts'
import {
  Button,
  Content,
  type KeyBinding,
  PageHeader,
  Sheet,
  SideColumn,
  StatusWord,
  Tabs,
  useKeys,
} from '#renderer/ui/index.ts'
import type { Product } from '#shared/catalog/product.ts'
import { PricePreview } from '../trial/price-preview.tsx'
import { GeneralPart } from './general-part.tsx'
import { MeanwhileNote } from './meanwhile-note.tsx'
import { OptionsPart } from './options-part.tsx'
import { type EditorPart, editorParts, partOfField } from './parts.ts'
import { PricesPart } from './prices-part.tsx'
import styles from './product-editor.module.css'
import { type OpenedProduct, type ProductForm, useProductForm } from './use-product-form.ts'

interface ProductEditorProps {
  opened: OpenedProduct
  /** Names the kept form: `product/new`, `product/<id>`. */
  draftKey: string
  title: string
}

/** A product with its options and prices in three parts; at the right what it would cost, moving with every key. */
export function ProductEditor({ opened, draftKey, title }: ProductEditorProps) {
  const { t } = useTranslation('catalog')
  const go = useGo()
  const back = useGoBack()
  const dates = useDateWords()
  const { may } = useSession()
  const [part, setPart] = useState<EditorPart>('general')
  const form = useProductForm({ opened, draftKey, onSaved: (id) => go(`/products/${id}`, { replaces: true }) })
  const { draft, base } = form
  useOwnSolid()
  const leave = () => (base === null ? back('/products') : go(`/products/${base.id}`, { replaces: true }))
  const save = () => void form.save()
  const parts = editorParts.filter((each) => each !== 'prices' || may('price.see'))
  const partKeys: readonly KeyBinding[] = parts.map((each, at) => ({
    keys: `Alt+${at + 1}`,
    label: t(`screen.edit.part.${each}`),
    run: () => setPart(each),
  }))
  useKeys([
    { keys: 'Ctrl+Enter', label: t('screen.edit.save'), run: save },
    { keys: 'Ctrl+S', label: t('screen.edit.save'), run: save, isUnlisted: true },
    { keys: 'Esc', label: t('screen.edit.leave'), run: leave },
    ...partKeys,
  ])
  if (!draft.isReady) return <Sheet head={<PageHeader title={title} onBack={leave} />}>{null}</Sheet>
  return (
    <Sheet
      head={
        <>
          <PageHeader
            title={title}
            beside={
              draft.keptSince !== null && (
                <StatusWord glyph="dashed">
                  {t('app:draft.keptSince', { time: dates.since(draft.keptSince) })}
                </StatusWord>
              )
            }
            actions={
              <>
                {draft.keptSince !== null && (
                  <Button kind="quiet" onClick={() => void draft.discard().then(leave)}>
                    {t('screen.edit.discard')}
                  </Button>
                )}
                <Button kind="quiet" keys="Esc" onClick={leave}>
                  {t(draft.keptSince === null ? 'screen.edit.leave' : 'screen.edit.leaveKept')}
                </Button>
                <Button kind="solid" keys="Ctrl+Enter" isBusy={form.isPending} onClick={save}>
                  {t('screen.edit.save')}
                </Button>
              </>
            }
          />
          <Tabs
            label={t('screen.edit.parts')}
            tabs={parts.map((id) => ({ id, label: t(`screen.edit.part.${id}`) }))}
            active={part}
            onChange={setPart}
          />
        </>
      }
    >
      <Content>
        <div className={styles.form}>
          {form.meanwhile === null ? (
            <NotSaved
              problem={form.problem}
              check={form.check}
              reveal={(field) => flushSync(() => setPart(partOfField(field)))}
            />
          ) : (
            <MeanwhileNote form={form} />
          )}
          {part !== 'general' && (
            <LanguageChoice label={t('screen.edit.textsIn')} value={form.language} onChange={form.speak} />
          )}
          {part === 'general' && <GeneralPart form={form} />}
          {part === 'options' && <OptionsPart form={form} />}
          {part === 'prices' && <PricesPart form={form} />}
        </div>
      </Content>
      {may('price.see') && <Trial form={form} />}
    </Sheet>
  )
}

/** The price of the last product that read well: what is half typed is not priced, and said so. */
function Trial({ form }: { form: ProductForm }) {
  const { t } = useTranslation('catalog')
  const { product, base } = form
  const [last, setLast] = useState<Product | null>(base)
  if (product !== null && product !== last) setLast(product)
  if (last === null || last.priceTable === null) return null
  return (
    <SideColumn width={316} label={t('screen.trial.title')}>
      <PricePreview product={last} isStale={product === null} />
    </SideColumn>
  )
}
