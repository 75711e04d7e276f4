import type { ReceiptDocument, ReceiptLine } from '#shared/printing/receipt-document.ts'

/** One sale in the words of each language, with the letters and signs that printers get wrong. */
const words = {
  en: {
    shop: 'Drukkerij De Waal',
    thanks: 'Thank you – see you soon…',
    article: 'Business cards “Premium”, 350 g',
    total: 'Total',
    vat: 'VAT 21%',
    price: '€1,234.50',
  },
  nl: {
    shop: 'Drukkerij De Waal',
    thanks: 'Dank u wel – tot ziens…',
    article: 'Visitekaartjes ‘café’, 350 g geëgaliseerd',
    total: 'Totaal',
    vat: 'Btw 21%',
    price: '€ 1.234,50',
  },
  fr: {
    shop: 'Imprimerie de l’Étoile',
    thanks: 'Merci et à bientôt !',
    article: 'Cartes « cœur », papier crème, çà et là',
    total: 'À payer',
    vat: 'TVA 20 %',
    price: '1 234,50 €',
  },
  de: {
    shop: 'Druckerei Größe',
    thanks: 'Vielen Dank für Ihren Einkauf!',
    article: 'Visitenkarten „Übergröße“, weiß',
    total: 'Summe',
    vat: 'MwSt. 19 %',
    price: '1.234,50 €',
  },
  pl: {
    shop: 'Drukarnia Źródło',
    thanks: 'Dziękujemy, zapraszamy ponownie!',
    article: 'Wizytówki „żółć”, papier ąćęłńóśźż',
    total: 'Do zapłaty',
    vat: 'VAT 23%',
    price: '1 234,50 zł',
  },
  /** Composed late, as text pasted on macOS arrives. */
  nfd: {
    shop: 'Drukkerij De Waal'.normalize('NFD'),
    thanks: 'Groeten – café'.normalize('NFD'),
    article: 'Müller, łąka, ö'.normalize('NFD'),
    total: 'Summe für Zoë'.normalize('NFD'),
    vat: 'BTW 21%',
    price: '€ 12,50',
  },
} as const

export type ReceiptLanguage = keyof typeof words
export const receiptLanguages: readonly ReceiptLanguage[] = ['en', 'nl', 'fr', 'de', 'pl', 'nfd']

export function sampleReceipt(language: ReceiptLanguage, change: Partial<ReceiptDocument> = {}): ReceiptDocument {
  const word = words[language]
  const lines: ReceiptLine[] = [
    { line: 'text', text: word.shop, align: 'center', size: 'large', bold: true },
    { line: 'text', text: 'Kanaalweg 30, 3526 KM Utrecht', align: 'center' },
    { line: 'rule', weight: 'thin' },
    {
      line: 'table',
      columns: [
        { width: 5, align: 'end' },
        { width: 'rest', align: 'start' },
        { width: 12, align: 'end' },
      ],
      rows: [
        ['500', word.article, word.price],
        ['1', word.article, word.price],
      ],
    },
    { line: 'rule', weight: 'thin' },
    { line: 'pair', start: word.vat, end: word.price },
    { line: 'total', label: word.total, value: word.price },
    { line: 'rule', weight: 'thick' },
    { line: 'barcode', data: '26-A04831', caption: '26-A04831' },
    { line: 'qr', data: `https://dewaal.example/o/26-A04831?n=${word.shop}`.normalize('NFC'), caption: null },
    { line: 'text', text: word.thanks, align: 'center' },
    { line: 'feed', lines: 2 },
    { line: 'cut' },
  ]
  return { form: 'receipt', title: 'Receipt 26-A04831', language: 'en', lines, copyTag: null, ...change }
}
