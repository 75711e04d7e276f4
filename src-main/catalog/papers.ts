import type { Services } from '#main/platform/bus/module.ts'
import type { BuiltPaper, PaperServices, PaperSource, PaperWish } from '#main/printing/index.ts'
import { companyReader, vatRatesReader } from '#main/settings/index.ts'
import { productLabel } from '#shared/catalog/product-label.ts'
import {
  type ProductToLabel,
  productLabelFilling,
  productLabelShape,
  sampleProduct,
  shelfLabelShape,
} from '#shared/catalog/product-label-template.ts'
import { productEntity, productOf } from '#shared/catalog/replication.ts'
import { type Format, formatFor } from '#shared/kernel/format.ts'
import { idOf } from '#shared/kernel/ids.ts'
import { isLanguage, type Language } from '#shared/kernel/language.ts'
import { accepted, type Result, refused } from '#shared/kernel/result.ts'
import { designedLabel, fittedDesign, type LabelDesign } from '#shared/printing/templates/label-design.ts'
import { showsMoney } from '#shared/printing/templates/template-rules.ts'
import type { LabelShape } from '#shared/printing/templates/template-shape.ts'
import { defaultVatLevel, type VatLevel, vatRateOn } from '#shared/settings/vat-rates.ts'

const productId = idOf<'Product'>()

type Wish = Pick<PaperWish, 'designFor' | 'medium' | 'today'>
type Labelled = ProductToLabel['product'] & { readonly vatLevel?: VatLevel }

interface ProductLabel {
  readonly kind: string
  readonly shape: LabelShape
  /** What stands in for a template; null: the shape's own starter. */
  readonly builtIn: ((of: ProductToLabel, language: Language, medium: Wish['medium']) => BuiltPaper['document']) | null
}

function label({ kind, shape, builtIn }: ProductLabel): PaperSource {
  const maker = ({ db }: PaperServices) => {
    const company = companyReader(db)
    const rates = vatRatesReader(db)
    const formats = new Map<Language, Format>()
    return (product: Labelled, wish: Wish, wanted: Language | null): BuiltPaper => {
      const shop = company()
      const language = wanted ?? houseLanguageOf(shop)
      const format = formats.get(language) ?? formatFor(language)
      formats.set(language, format)
      const { vatLevel = defaultVatLevel } = product
      const of: ProductToLabel = {
        product,
        shop: { name: shop?.name ?? '', logo: shop?.logo ?? null },
        vatRate: vatRateOn(rates(), shop?.country ?? '', vatLevel, wish.today),
        today: wish.today,
      }
      const about = { lineId: null, orderNumber: '', partyName: '', amount: null, language }
      const chosen = wish.designFor(null)
      const own: LabelDesign | null = chosen?.design === 'label' ? chosen : null
      if (own === null && builtIn !== null) return { ...about, document: builtIn(of, language, wish.medium) }
      const design = own ?? fittedDesign(shape.starter, wish.medium)
      const filling = productLabelFilling(of, { language, format })
      const document = designedLabel(design, filling, shape.whole)
      return { ...about, document, filling, ...(showsMoney(design, shape) ? { needs: 'price.see' } : {}) }
    }
  }
  const productAt = (id: string, read: Services['read']): Result<Labelled> => {
    const document = read(productEntity, id)
    return document === undefined
      ? refused('notFound.product', { id })
      : accepted(productOf(document, productId.parse(id)))
  }
  return {
    kind,
    about: 'product',
    forms: ['label'],
    needs: null,
    // The hundredth label of a shelf is no copy of the first.
    tagsCopies: false,
    compose: (services) => {
      const make = maker(services)
      return (wish, read) => {
        const product = productAt(wish.documentId, read)
        return product.ok ? accepted([make(product.value, wish, null)]) : product
      }
    },
    template: {
      shape,
      sample: (services) => {
        const make = maker(services)
        const company = companyReader(services.db)
        return ({ documentId, language, ...wish }, read) => {
          const spoken = language ?? houseLanguageOf(company())
          const name = services.translate(spoken, 'catalog', 'paper.sampleProduct')
          const product = documentId === null ? accepted(sampleProduct(spoken, name)) : productAt(documentId, read)
          return product.ok ? accepted(make(product.value, wish, language)) : product
        }
      },
    },
  }
}

function houseLanguageOf(shop: { readonly language: string } | undefined): Language {
  return shop !== undefined && isLanguage(shop.language) ? shop.language : 'en'
}

export const catalogPapers: readonly PaperSource[] = [
  label({
    kind: 'catalog.productLabel',
    shape: productLabelShape,
    builtIn: ({ product, shop }, language, medium) => productLabel({ product, shopName: shop.name, language }, medium),
  }),
  label({ kind: 'catalog.shelfLabel', shape: shelfLabelShape, builtIn: null }),
]
