import { useCallback, useMemo, useState } from 'react'
import { z } from 'zod'
import {
  type FormCheck,
  type FormDraft,
  type Problem,
  useClient,
  useCommand,
  useFormat,
  useFormCheck,
  useFormDraft,
  useHouse,
  useRefusalWords,
} from '#renderer/client/index.ts'
import type { Product } from '#shared/catalog/product.ts'
import { productSchema } from '#shared/catalog/product-schema.ts'
import { isCurrency } from '#shared/kernel/currency.ts'
import type { Format } from '#shared/kernel/format.ts'
import type { Language } from '#shared/kernel/local-text.ts'
import { useTexts } from '../words/use-texts.ts'
import { mergeProduct, type ProductPart, withParts } from './merge-product.ts'
import { openProduct } from './open-product.ts'
import { settleCodes } from './option-steps.ts'
import { type ProductValues, productForm } from './product-values.ts'
import { type ProductReading, readProduct } from './read-product.ts'

/** A form with the product it was filled from; null: a new one. */
const openedProduct = z.object({ base: productSchema.nullable(), values: productForm })
export type OpenedProduct = z.output<typeof openedProduct>

interface Meanwhile {
  readonly disputed: readonly ProductPart[]
  readonly theirs: Product
}

export interface ProductForm {
  readonly draft: FormDraft<OpenedProduct>
  readonly values: ProductValues
  readonly base: Product | null
  readonly set: (part: Partial<ProductValues>) => void
  readonly change: (step: (values: ProductValues) => ProductValues) => void
  readonly reading: ProductReading
  /** The product as it reads; null while something in it is not right. */
  readonly product: Product | null
  readonly check: FormCheck
  /** The first sentence of a field or of anything inside it. */
  readonly errorUnder: (path: string) => string | null
  /** For a field's `onLeave`; also settles the codes of what was named. */
  readonly leave: (path: string) => () => void
  readonly problem: Problem | null
  readonly isPending: boolean
  readonly save: () => Promise<void>
  readonly meanwhile: Meanwhile | null
  readonly takeTheirs: (part: ProductPart) => void
  readonly keepMine: (part: ProductPart) => void
  /** How this person writes numbers. */
  readonly format: Format
  /** The language that texts of options and prices are typed in. */
  readonly language: Language
  readonly speak: (language: Language) => void
}

interface ProductFormOptions {
  opened: OpenedProduct
  draftKey: string
  onSaved: (id: string) => void
}

/** The values of one product form, how they read, what is wrong with them, and saving them. */
export function useProductForm({ opened, draftKey, onSaved }: ProductFormOptions): ProductForm {
  const { ask, newId } = useClient()
  const format = useFormat()
  const { currency: house } = useHouse()
  const text = useTexts()
  const words = useRefusalWords()
  const [language, speak] = useState<Language>(format.language)
  const [meanwhile, setMeanwhile] = useState<Meanwhile | null>(null)
  const draft = useFormDraft({
    key: draftKey,
    kind: 'product',
    title: ({ values }) => text(values.names),
    initial: opened,
    form: openedProduct,
  })
  const { base, values } = draft.values
  const adding = useCommand('product.add')
  const changing = useCommand('product.change')
  const { problem, isPending } = base === null ? adding : changing
  const currency = isCurrency(house) ? house : 'EUR'
  const reading = useMemo(() => readProduct(values, format, currency), [values, format, currency])
  const product = useMemo(() => {
    const parsed = productSchema.safeParse(reading.input)
    return parsed.success && reading.found.length === 0 ? parsed.data : null
  }, [reading])
  const check = useFormCheck(base === null ? 'product.add' : 'product.change', reading.input, problem, reading.found)

  const changeDraft = draft.change
  const change = useCallback(
    (step: (values: ProductValues) => ProductValues) => changeDraft((now) => ({ ...now, values: step(now.values) })),
    [changeDraft],
  )
  const reopen = (merged: Product, theirs: Product) =>
    changeDraft({ base: theirs, values: openProduct(merged, format, newId) })
  const save = async () => {
    if (!check.checkAll() || product === null) return
    const merged = base === null ? null : await mergedWithLatest(base, product)
    if (merged === 'disputed') return
    const outcome = merged === null ? await adding.run(product) : await changing.run(merged)
    if (!outcome.ok) return
    check.reset()
    await draft.discard()
    onSaved(product.id)
  }
  // What others changed meanwhile in other parts stands; a part that both changed is shown, not overwritten.
  const mergedWithLatest = async (from: Product, mine: Product): Promise<Product | 'disputed'> => {
    const latest = await ask.query('product.get', { id: mine.id }).catch(() => null)
    if (latest === null) return mine
    const { product: merged, disputed } = mergeProduct(from, mine, latest)
    if (disputed.length === 0) return merged
    setMeanwhile({ disputed, theirs: latest })
    reopen(merged, latest)
    return 'disputed'
  }
  const settle = (part: ProductPart) =>
    setMeanwhile((now) => {
      const disputed = now?.disputed.filter((each) => each !== part) ?? []
      return now === null || disputed.length === 0 ? null : { ...now, disputed }
    })
  return {
    draft,
    values,
    base,
    set: (part) => change((now) => ({ ...now, ...part })),
    change,
    reading,
    product,
    check,
    errorUnder: (path) => {
      const found = check.wrong.find(({ field }) => field === path || field.startsWith(`${path}.`))
      return found === undefined ? null : words.field(found)
    },
    leave: (path) => () => {
      check.leave(path)()
      if (settleCodes(values) !== values) change(settleCodes)
    },
    problem,
    isPending,
    save,
    meanwhile,
    takeTheirs: (part) => {
      if (meanwhile !== null && product !== null) reopen(withParts(product, [part], meanwhile.theirs), meanwhile.theirs)
      settle(part)
    },
    keepMine: settle,
    format,
    language,
    speak,
  }
}
