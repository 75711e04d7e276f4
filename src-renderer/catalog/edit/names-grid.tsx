import { useTranslation } from 'react-i18next'
import { languageName } from '#renderer/settings/index.ts'
import { pluralForms } from '#shared/catalog/product.ts'
import { type Language, languages } from '#shared/kernel/local-text.ts'
import { EntryGrid } from '../grid/entry-grid.tsx'
import type { CellChange } from '../grid/pasted.ts'
import { type ProductValues, withText } from './product-values.ts'
import type { ProductForm } from './use-product-form.ts'

/** The forms a language counts with: only Polish has few and many. */
const formsOf: Readonly<Record<Language, readonly (typeof pluralForms)[number][]>> = {
  en: ['one', 'other'],
  nl: ['one', 'other'],
  fr: ['one', 'other'],
  de: ['one', 'other'],
  pl: ['one', 'few', 'many', 'other'],
}

/** Its name in each language, and how it is called behind a number: "1,000 business cards" (CT12). */
export function NamesGrid({ form }: { form: ProductForm }) {
  const { t } = useTranslation('catalog')
  const { values, change, check, base, format } = form
  return (
    <EntryGrid
      label={t('screen.page.names')}
      {...(base === null ? { firstRow: languages.indexOf(format.language) } : {})}
      columns={[
        { id: 'name', head: t('screen.field.name'), label: t('screen.field.name'), width: '34%' },
        ...pluralForms.map((id) => ({
          id,
          head: t(`screen.names.${id}`),
          label: t(`screen.names.${id}`),
        })),
      ]}
      rows={languages.map((language, at) => ({
        id: language,
        label: languageName(language),
        start: <span className="hint">{languageName(language)}</span>,
        cells: [
          {
            text: values.names[language],
            // A product without any name is shown at the first.
            name: at === 0 ? 'names' : `names.${language}`,
            error: check.errorOf(`names.${language}`) ?? (at === 0 ? check.errorOf('names') : null),
          },
          ...pluralForms.map((id) => ({
            text: values.countedNames[language][id],
            name: `countedNames.${language}.${id}`,
            error: check.errorOf(`countedNames.${language}.${id}`),
            isClosed: !formsOf[language].includes(id),
          })),
        ],
      }))}
      onCells={(changes) => change((now) => changes.reduce(withNameCell, now))}
      onLeave={(name) => check.leave(name)()}
    />
  )
}

function withNameCell(values: ProductValues, { row, column, text }: CellChange): ProductValues {
  const language = languages[row]
  if (language === undefined) return values
  if (column === 0) return { ...values, names: withText(values.names, language, text) }
  const form = pluralForms[column - 1]
  if (form === undefined) return values
  const { countedNames } = values
  return { ...values, countedNames: { ...countedNames, [language]: { ...countedNames[language], [form]: text } } }
}
