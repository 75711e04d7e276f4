import type { BuiltPaper, PaperServices, PaperSource, PaperWish } from '#main/printing/index.ts'
import { companyReader } from '#main/settings/index.ts'
import { formatFor } from '#shared/kernel/format.ts'
import { isLanguage, type Language } from '#shared/kernel/language.ts'
import { accepted, refused } from '#shared/kernel/result.ts'
import { designedLabel, fittedDesign } from '#shared/printing/templates/label-design.ts'
import { binLabelFilling, binLabelShape, sampleBinCode } from '#shared/stock/bin-label.ts'

const kind = 'stock.binLabel'

function maker({ db }: PaperServices) {
  const company = companyReader(db)
  return (
    code: string,
    wish: Pick<PaperWish, 'designFor' | 'medium' | 'today'>,
    wanted: Language | null,
  ): BuiltPaper => {
    const shop = company()
    const language = wanted ?? (shop !== undefined && isLanguage(shop.language) ? shop.language : 'en')
    const date = formatFor(language).dateOnPaper(wish.today)
    const filling = binLabelFilling({
      code,
      shop: { name: shop?.name ?? '', logo: shop?.logo ?? null },
      date,
      language,
    })
    const chosen = wish.designFor(null)
    const design = chosen?.design === 'label' ? chosen : fittedDesign(binLabelShape.starter, wish.medium)
    const document = designedLabel(design, filling, binLabelShape.whole)
    return { lineId: null, orderNumber: '', partyName: '', amount: null, language, document, filling }
  }
}

/** ST2: labels of the codes that were typed. */
const binLabels: PaperSource = {
  kind,
  about: 'bin',
  forms: ['label'],
  needs: null,
  tagsCopies: false,
  compose: (services) => {
    const make = maker(services)
    return (wish) => {
      const codes = [...new Set(wish.codes)]
      return codes.length === 0
        ? refused('paper.empty', { kind })
        : accepted(codes.map((code) => make(code, wish, null)))
    }
  },
  template: {
    shape: binLabelShape,
    sample: (services) => {
      const make = maker(services)
      return ({ language, ...wish }) => accepted(make(sampleBinCode, wish, language))
    },
  },
}

export const stockPapers: readonly PaperSource[] = [binLabels]
