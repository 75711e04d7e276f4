import type { Services } from '#main/platform/bus/module.ts'
import type { BuiltPaper, PaperForm, PaperServices, PaperSource, PaperWish, SampleWish } from '#main/printing/index.ts'
import { companyReader } from '#main/settings/index.ts'
import { type Format, formatFor } from '#shared/kernel/format.ts'
import { isLanguage, type Language } from '#shared/kernel/language.ts'
import { accepted, type Result, refused } from '#shared/kernel/result.ts'
import type { PaperWords } from '#shared/printing/paper-words.ts'
import type { PrintDocument } from '#shared/printing/print-document.ts'
import type { LabelDesign, LabelFilling } from '#shared/printing/templates/label-design.ts'
import { builtInLook, lookOf, type PaperLook } from '#shared/printing/templates/paper-look.ts'
import type { TemplateShape } from '#shared/printing/templates/template-shape.ts'
import type { OrderOnPaper } from '#shared/sales-orders/order-on-paper.ts'
import { salesOrderEntity } from '#shared/sales-orders/replication.ts'
import { salesOrderTotals, standingLines } from '#shared/sales-orders/sales-order-totals.ts'
import { sampleOrderOnPaper } from '#shared/sales-orders/sample-order-on-paper.ts'

/** A paper of an order: what its feature says of it, and who it speaks to. */
export interface OrderPaper {
  readonly kind: string
  readonly forms: readonly [PaperForm, ...PaperForm[]]
  /** The customer's language, or the shop's own. */
  readonly speaksTo: 'customer' | 'house'
  readonly showsMoney: boolean
  readonly shape: TemplateShape
  readonly compose: (services: PaperServices) => (asked: AskedOrderPaper) => Result<readonly OrderSheet[]>
}

export interface AskedOrderPaper {
  readonly paper: OrderOnPaper
  readonly words: PaperWords
  /** Of sheets and receipts. */
  readonly look: PaperLook
  /** Of labels; null: the built-in one. */
  readonly label: LabelDesign | null
  readonly wish: PaperWish
  readonly read: Services['read']
}

export interface OrderSheet {
  readonly lineId: string | null
  readonly document: PrintDocument
  readonly filling?: LabelFilling
}

/** Words of a feature's papers in any language; formatters are made once, since they cost more than what they write. */
export function paperWords(
  { translate }: Pick<Services, 'translate'>,
  feature: string,
): (language: Language) => PaperWords {
  const formats = new Map<Language, Format>()
  return (language) => {
    const format = formats.get(language) ?? formatFor(language)
    formats.set(language, format)
    return {
      language,
      format,
      say: (key, params) => {
        const [namespace = '', rest] = key.split(':')
        return rest === undefined
          ? translate(language, feature, key, params)
          : translate(language, namespace, rest, params)
      },
    }
  }
}

/** What printing is handed: the order read, its papers' language and look chosen, its money behind the right to see it. */
export function orderPaper(asked: OrderPaper): PaperSource {
  const { kind, forms, shape, showsMoney } = asked
  return {
    kind,
    about: 'sales_order',
    forms,
    needs: showsMoney ? 'price.see' : null,
    tagsCopies: true,
    compose: (services) => {
      const readOrder = orderOnPaperReader(services)
      const sheets = sheetsOf(asked, services)
      return (wish, read) => {
        const found = readOrder(wish.documentId, read)
        return found.ok ? sheets(found.value, wish, read, null) : found
      }
    },
    template: { shape, sample: (services) => orderSample(asked, services) },
  }
}

/** A real order where one was named, else the product's own: long names, two rates of VAT, part of it paid. */
function orderSample(
  asked: OrderPaper,
  services: PaperServices,
): (wish: SampleWish, read: Services['read']) => Result<BuiltPaper> {
  const readOrder = orderOnPaperReader(services)
  const company = companyReader(services.db)
  const sheets = sheetsOf(asked, services)
  const wordsIn = paperWords(services, 'sales-orders')
  return ({ documentId, language, ...wish }, read) => {
    const shop = company()
    if (shop === undefined) throw new Error('there is a template but no company')
    const houseLanguage = isLanguage(shop.language) ? shop.language : 'en'
    const found = documentId === null ? null : readOrder(documentId, read)
    if (found !== null && !found.ok) return found
    const sampleLanguage = language ?? houseLanguage
    const order: FoundOrder = found?.value ?? {
      paper: sampleOrderOnPaper(shop, wordsIn(sampleLanguage)),
      customerLanguage: sampleLanguage,
      houseLanguage,
    }
    const made = sheets(order, { ...wish, documentId: documentId ?? '', lineIds: null }, read, language)
    if (!made.ok) return made
    const [first] = made.value
    return first === undefined ? refused('paper.empty', { kind: asked.kind }) : accepted(first)
  }
}

type Sheets = (
  order: FoundOrder,
  wish: PaperWish,
  read: Services['read'],
  language: Language | null,
) => Result<readonly BuiltPaper[]>

function sheetsOf({ kind, speaksTo, showsMoney, compose }: OrderPaper, services: PaperServices): Sheets {
  const wordsIn = paperWords(services, kind.split('.')[0] ?? '')
  const sheets = compose(services)
  return ({ paper, customerLanguage, houseLanguage }, wish, read, wanted) => {
    const language = wanted ?? (speaksTo === 'customer' ? customerLanguage : houseLanguage)
    const design = wish.designFor(paper.order.customer.partyId)
    const look = design?.design === 'paper' ? lookOf(design, language) : builtInLook
    const label = design?.design === 'label' ? design : null
    const made = sheets({ paper, words: wordsIn(language), look, label, wish, read })
    if (!made.ok) return made
    const { gross: amount } = paper.totals
    const about = {
      orderNumber: paper.number,
      partyName: paper.order.customer.name,
      amount: showsMoney ? { amount, currency: paper.order.currency } : null,
      language,
    }
    return accepted(made.value.map((sheet): BuiltPaper => ({ ...about, ...sheet })))
  }
}

interface FoundOrder {
  readonly paper: OrderOnPaper
  readonly customerLanguage: Language
  readonly houseLanguage: Language
}

function orderOnPaperReader({ db }: PaperServices): (id: string, read: Services['read']) => Result<FoundOrder> {
  const company = companyReader(db)
  const paidOf = db.read<{ paid_amount: number }>('select paid_amount from sales_orders where id = ?')
  const nameOf = db.read<{ name: string }>('select name from users where id = ?')
  return (id, read) => {
    const order = read(salesOrderEntity, id)
    if (order === undefined) return refused('notFound.sales_order', { id })
    // A draft has no number, and a paper without one cannot be found again.
    if (order.number === null) return refused('salesOrder.paperOfDraft')
    const shop = company()
    if (shop === undefined) throw new Error('there is an order but no company')
    const totals = salesOrderTotals(order)
    const paid = paidOf.get(id)?.paid_amount ?? 0
    const houseLanguage = isLanguage(shop.language) ? shop.language : 'en'
    const { language } = order.customer
    return accepted({
      houseLanguage,
      customerLanguage: isLanguage(language) ? language : houseLanguage,
      paper: {
        order,
        number: order.number.text,
        lines: standingLines(order),
        totals,
        paid,
        open: Math.max(0, totals.gross - paid),
        shop,
        takenByName: nameOf.get(order.takenBy)?.name ?? '',
      },
    })
  }
}
