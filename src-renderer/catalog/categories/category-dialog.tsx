import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useClient, useCommand, useFormCheck, useTakeBack } from '#renderer/client/index.ts'
import { languageName, NotSaved } from '#renderer/settings/index.ts'
import { Button, CheckboxField, Dialog, SelectField, TextField, useKeys } from '#renderer/ui/index.ts'
import type { Category } from '#shared/catalog/category.ts'
import { hasText, languages } from '#shared/kernel/local-text.ts'
import { textsOf, withText } from '../edit/product-values.ts'
import { categoryPath } from '../words/category-words.ts'
import { useTexts } from '../words/use-texts.ts'
import styles from './category-dialog.module.css'
import { placeBehind, possibleParents, sisterBefore, sistersUnder } from './category-places.ts'

interface CategoryDialogProps {
  /** null: a new one. */
  category: Category | null
  /** Where a new one is put first. */
  parentId: string | null
  categories: readonly Category[]
  onClose: () => void
}

const top = 'top'
const first = 'first'

/** Names, place in the tree and archive of a category; never under itself or what hangs below it. */
export function CategoryDialog({ category, parentId, categories, onClose }: CategoryDialogProps) {
  const { t } = useTranslation('catalog')
  const text = useTexts()
  const { newId } = useClient()
  const { offer } = useTakeBack()
  const put = useCommand('category.put')
  const [id] = useState(() => category?.id ?? newId())
  const [names, setNames] = useState(textsOf(category?.names ?? {}))
  const [parent, setParent] = useState<string | null>(category === null ? parentId : category.parentId)
  const [after, setAfter] = useState<string | null>(() =>
    category === null
      ? (sistersUnder(categories, parentId, null).at(-1)?.id ?? null)
      : sisterBefore(category, categories),
  )
  const [archived, setArchived] = useState(category?.archived ?? false)
  const sisters = useMemo(() => sistersUnder(categories, parent, id), [categories, parent, id])
  const isInPlace = category !== null && category.parentId === parent && sisterBefore(category, categories) === after
  const place = useMemo(() => placeBehind(sisters, after), [sisters, after])
  const input = useMemo(
    () => ({ id, parentId: parent, names, position: isInPlace ? category.position : place.position, archived }),
    [id, parent, names, isInPlace, category, place, archived],
  )
  const found = useMemo(() => (hasText(names) ? [] : [{ field: 'names', code: 'product.withoutName' }]), [names])
  const check = useFormCheck('category.put', input, put.problem, found)
  const save = async () => {
    if (!check.checkAll()) return
    for (const moved of isInPlace ? [] : place.moved) {
      const kept = await put.run(moved)
      if (!kept.ok) return
    }
    const saved = await put.run(input)
    if (!saved.ok) return
    if (category !== null)
      offer({ message: t('screen.category.changed', { name: text(names) }), takeBack: () => void put.run(category) })
    onClose()
  }
  const parents = possibleParents(categories, category?.id ?? null)
  return (
    <Dialog
      title={t(category === null ? 'screen.category.add' : 'screen.category.change')}
      isOpen
      onClose={onClose}
      closesOnVeil={false}
      width={560}
      actions={
        <>
          <Button kind="quiet" keys="Esc" onClick={onClose}>
            {t('screen.category.leave')}
          </Button>
          <Button kind="solid" keys="Ctrl+Enter" isBusy={put.isPending} onClick={() => void save()}>
            {t('screen.category.save')}
          </Button>
        </>
      }
    >
      <SaveKey label={t('screen.category.save')} run={() => void save()} />
      <div className={styles.form}>
        <NotSaved problem={put.problem} check={check} />
        <div className={styles.names}>
          {languages.map((language, at) => (
            <TextField
              key={language}
              name={at === 0 ? 'names' : `names.${language}`}
              label={t('screen.field.nameIn', { language: languageName(language) })}
              autoFocus={at === 0}
              value={names[language]}
              onChange={(typed) => setNames(withText(names, language, typed))}
              error={at === 0 ? check.errorOf('names') : null}
            />
          ))}
        </div>
        <SelectField
          label={t('screen.category.under')}
          options={[
            { value: top, label: t('screen.category.top') },
            ...parents.map((each) => ({ value: each.id, label: categoryPath(categories, each.id, text) })),
          ]}
          value={parent ?? top}
          onChange={(chosen) => {
            const next = chosen === top ? null : chosen
            setParent(next)
            setAfter(sistersUnder(categories, next, id).at(-1)?.id ?? null)
          }}
          error={check.errorOf('parentId')}
          isSearchable
        />
        {sisters.length > 0 && (
          <SelectField
            label={t('screen.category.after')}
            options={[
              { value: first, label: t('screen.category.first') },
              ...sisters.map((each) => ({ value: each.id, label: text(each.names) })),
            ]}
            value={after ?? first}
            onChange={(chosen) => setAfter(chosen === first ? null : chosen)}
          />
        )}
        {category !== null && (
          <CheckboxField
            label={t('screen.category.archived')}
            hint={t('screen.category.archivedHint')}
            isChecked={archived}
            onChange={setArchived}
          />
        )}
      </div>
    </Dialog>
  )
}

/** Inside the dialog, so that it holds there and nowhere below. */
function SaveKey({ label, run }: { label: string; run: () => void }) {
  useKeys([{ keys: 'Ctrl+Enter', label, run, scope: 'dialog' }])
  return null
}
