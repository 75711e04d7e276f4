import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { languageName } from '#renderer/settings/index.ts'
import { CheckboxField, FieldGrid, Segmented, SelectField, TextAreaField, TextField } from '#renderer/ui/index.ts'
import { assortments, productKinds } from '#shared/catalog/product.ts'
import { unitCodes } from '#shared/kernel/quantity.ts'
import { categoryPath } from '../words/category-words.ts'
import { useCategories } from '../words/use-categories.ts'
import { useTexts } from '../words/use-texts.ts'
import { useVatLevels } from '../words/use-vat-levels.ts'
import { BarcodeFields } from './barcode-fields.tsx'
import { withKind } from './kind-defaults.ts'
import { NamesGrid } from './names-grid.tsx'
import { PictureField } from './picture-field.tsx'
import styles from './product-editor.module.css'
import { withText } from './product-values.ts'
import { SupplierFields } from './supplier-fields.tsx'
import type { ProductForm } from './use-product-form.ts'

const none = 'none'

/** What it is and what it is called. */
export function GeneralPart({ form }: { form: ProductForm }) {
  const { t } = useTranslation('catalog')
  const { values, base, set, change, check, language } = form
  return (
    <>
      <div className={styles.kinds}>
        <Segmented
          label={t('screen.field.kind')}
          segments={productKinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
          value={values.kind}
          onChange={(kind) => change((now) => withKind(now, kind, base === null))}
        />
        <Segmented
          label={t('screen.field.assortment')}
          segments={assortments.map((each) => ({ value: each, label: t(`assortment.${each}`) }))}
          value={values.assortment}
          onChange={(assortment) => set({ assortment })}
        />
      </div>
      {values.assortment === 'supplier' && <SupplierFields form={form} />}
      <NamesGrid form={form} />
      <FieldGrid columns={3}>
        <TextField
          name="sku"
          label={t('screen.field.sku')}
          isCode
          value={values.sku}
          onChange={(sku) => set({ sku })}
          onLeave={check.leave('sku')}
          error={check.errorOf('sku')}
        />
        <CategoryField form={form} />
        <UnitField form={form} />
        <VatField form={form} />
        <BarcodeFields form={form} />
      </FieldGrid>
      <div className={styles.ticks}>
        <CheckboxField
          name="isStocked"
          label={t('screen.field.isStocked')}
          isChecked={values.isStocked}
          onChange={(isStocked) => set({ isStocked })}
          error={check.errorOf('isStocked')}
        />
        <CheckboxField
          name="isPersonalised"
          label={t('screen.field.isPersonalised')}
          hint={t('screen.field.isPersonalisedHint')}
          isChecked={values.isPersonalised}
          onChange={(isPersonalised) => set({ isPersonalised })}
        />
      </div>
      <PictureField hash={values.imageHash} onChange={(imageHash) => set({ imageHash })} />
      <TextAreaField
        name="descriptions"
        label={t('screen.field.descriptionIn', { language: languageName(language) })}
        rows={4}
        value={values.descriptions[language]}
        onChange={(text) => change((now) => ({ ...now, descriptions: withText(now.descriptions, language, text) }))}
        onLeave={check.leave(`descriptions.${language}`)}
        error={form.errorUnder('descriptions')}
      />
    </>
  )
}

function CategoryField({ form }: { form: ProductForm }) {
  const { t } = useTranslation('catalog')
  const text = useTexts()
  const categories = useCategories()
  const { values, set, check } = form
  const options = useMemo(
    () =>
      categories
        .filter(({ id, archived }) => !archived || id === values.categoryId)
        .map(({ id }) => ({ value: `${id}`, label: categoryPath(categories, id, text) }))
        .toSorted((a, b) => a.label.localeCompare(b.label)),
    [categories, values.categoryId, text],
  )
  return (
    <SelectField
      name="categoryId"
      label={t('screen.field.category')}
      options={[{ value: none, label: t('screen.category.none') }, ...options]}
      value={values.categoryId ?? none}
      onChange={(chosen) => set({ categoryId: chosen === none ? null : chosen })}
      error={check.errorOf('categoryId')}
      isSearchable
    />
  )
}

function UnitField({ form }: { form: ProductForm }) {
  const { t } = useTranslation('catalog')
  const { values, set, check } = form
  const options = useMemo(() => unitCodes.map((code) => ({ value: `${code}`, label: t(`unit.${code}`) })), [t])
  return (
    <SelectField
      name="unit"
      label={t('screen.field.unit')}
      options={options}
      value={values.unit}
      onChange={(unit) => set({ unit })}
      error={check.errorOf('unit')}
      isSearchable
    />
  )
}

function VatField({ form }: { form: ProductForm }) {
  const { t } = useTranslation('catalog')
  const { values, set, check } = form
  const levels = useVatLevels()
  // A level that the country no longer has stays on its product until somebody chooses another.
  const isKnown = levels.some(({ value }) => value === values.vatLevel)
  const options = isKnown
    ? levels
    : [...levels, { value: values.vatLevel, label: t(`pricing:vat.level.${values.vatLevel}`) }]
  return (
    <SelectField
      name="vatLevel"
      label={t('screen.field.vat')}
      options={options}
      value={values.vatLevel}
      onChange={(vatLevel) => set({ vatLevel })}
      error={check.errorOf('vatLevel')}
    />
  )
}
