import { findingSubject } from '#main/tasks/index.ts'
import { productSchema } from '#shared/catalog/product-schema.ts'
import { categoryEntity, productEntity, productOf } from '#shared/catalog/replication.ts'
import { categoryTypedFields, productTypedFields, typedNames } from '#shared/catalog/typed-fields.ts'
import { valuesByName } from '#shared/kernel/change/typed-field.ts'
import { fieldProblemOf } from '#shared/kernel/field-problem.ts'
import { idOf } from '#shared/kernel/ids.ts'
import { isLanguage, type Language } from '#shared/kernel/language.ts'
import { type LocalText, textIn } from '#shared/kernel/local-text.ts'
import { accepted, refused } from '#shared/kernel/result.ts'

const named = (names: LocalText, language: string): string => {
  const asked: Language = isLanguage(language) ? language : 'en'
  return textIn(names, asked, asked)
}

export const productSubject = findingSubject({
  entity: productEntity,
  grant: 'product.change',
  title: (product, language) => [product.sku, named(product.names, language)].filter(Boolean).join(' '),
  typed: {
    fields: productTypedFields,
    change: () => (before, typed, id) => {
      const product = productOf(before, idOf<'Product'>().parse(id))
      const changed = productSchema.safeParse({ ...product, ...valuesByName(typed) })
      if (!changed.success) return refused('input.invalid', undefined, changed.error.issues.map(fieldProblemOf))
      const { names, unit, vatLevel, discount } = changed.data
      return accepted({ names, unit, vatLevel, discount })
    },
  },
})

export const categorySubject = findingSubject({
  entity: categoryEntity,
  grant: 'category.put',
  title: (category, language) => named(category.names, language),
  typed: {
    fields: categoryTypedFields,
    change: () => (_, typed) => accepted({ names: typedNames.parse(valuesByName(typed).names) }),
  },
})
