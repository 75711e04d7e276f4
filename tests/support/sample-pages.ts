import type { PageBlock, PageDocument, TableRow } from '#shared/printing/page-document.ts'
import { a4 } from '#shared/printing/page-document.ts'

/** Papers of invented businesses, as later features will build them; words already translated. */
export function packingSlip(number: string, lines = 12, change: Partial<PageDocument> = {}): PageDocument {
  const rows: TableRow[] = Array.from({ length: lines }, (_, index) => ({
    cells: [
      String(index + 1),
      { text: `Naklejki okrągłe Ø ${40 + index} mm, żółta farba`, detail: [`Nr art. 10${index}-€ · № ${index}`] },
      { text: 'B-02-14', face: 'mono' },
      `${(index + 1) * 250}`,
      { check: true },
    ],
  }))
  const blocks: PageBlock[] = [
    header,
    {
      block: 'address',
      window: 'right',
      sender: 'Drukkerij De Waal · Kanaalweg 30 · 3526 KM Utrecht',
      lines: ['Piekarnia Złoty Kłos Sp. z o.o.', 'Agnieszka Wróblewska', 'ul. Piekary 17/3', '61-823 Poznań', 'POLSKA'],
      beside: [
        { label: 'Data', value: '19 listopada 2026' },
        { label: 'Zamówienie', value: '26-A04827', face: 'mono' },
        { label: 'Nr ref.', value: 'ZK/11/2026' },
      ],
    },
    { block: 'title', text: 'Dowód dostawy', number },
    {
      block: 'table',
      columns: [
        { title: 'Poz.', width: { tenths: 90 }, align: 'end' },
        { title: 'Opis', width: { share: 1 }, align: 'start' },
        { title: 'Półka', width: { tenths: 180 }, align: 'start' },
        { title: 'Ilość', width: { tenths: 160 }, align: 'end' },
        { title: '', width: { tenths: 60 }, align: 'start' },
      ],
      rows,
      totals: [],
    },
    { block: 'barcode', barcode: { symbology: 'code128', data: number }, height: 120, caption: number, align: 'end' },
  ]
  return { ...paper(`Dowód dostawy ${number}`, 'pl', blocks), runningHead: `Dowód dostawy ${number}`, ...change }
}

export function orderConfirmation(lines = 4, change: Partial<PageDocument> = {}): PageDocument {
  const rows: TableRow[] = Array.from({ length: lines }, (_, index) => ({
    cells: [
      { text: `Flyers A5, 135 g gesatineerd, 4/4`, detail: ['Bestand K7-9HD3 v2 · levering 24 november'] },
      `${(500 * (index + 1)).toLocaleString('nl-NL')}`,
      ['0,0750', '1,2', '12,50'][index % 3] ?? '',
      `${(37.5 * (index + 1)).toLocaleString('nl-NL', { minimumFractionDigits: 2 })}`,
    ],
  }))
  const blocks: PageBlock[] = [
    header,
    {
      block: 'address',
      window: 'left',
      sender: 'Drukkerij De Waal · Kanaalweg 30 · 3526 KM Utrecht',
      lines: ['Brasserie Le Vieux Canal', 't.a.v. Zoë Müller-Noël', 'Oudegracht 112', '3511 AW Utrecht'],
      beside: [
        { label: 'Datum', value: '19 november 2026' },
        { label: 'Uw kenmerk', value: 'VC-2026-118' },
        { label: 'Behandeld door', value: 'Femke J.' },
      ],
    },
    { block: 'title', text: 'Orderbevestiging', number: '26-A04831' },
    { block: 'text', text: 'Hartelijk dank voor uw opdracht. Wij gaan voor u aan het werk zodra de proef akkoord is.' },
    {
      block: 'table',
      columns: [
        { title: 'Omschrijving', width: { share: 1 }, align: 'start' },
        { title: 'Aantal', width: { tenths: 200 }, align: 'end' },
        { title: 'Per stuk', width: { tenths: 220 }, align: 'decimal' },
        { title: 'Bedrag', width: { tenths: 260 }, align: 'decimal' },
      ],
      rows,
      totals: [
        { label: 'Totaal exclusief btw', value: '€ 375,00', weight: 'normal', ruleAbove: 'thin' },
        { label: 'Btw 21%', value: '€ 78,75', weight: 'normal', ruleAbove: 'none' },
        { label: 'Te betalen', value: '€ 453,75', weight: 'strong', ruleAbove: 'thick' },
      ],
    },
    {
      block: 'columns',
      columns: [
        {
          share: 2,
          blocks: [
            {
              block: 'facts',
              across: 2,
              facts: [
                { label: 'Levering', value: 'Afhalen' },
                { label: 'Betaling', value: '14 dagen' },
              ],
            },
            { block: 'text', text: 'Op deze opdracht zijn onze voorwaarden van toepassing.', size: 'small' },
          ],
        },
        {
          share: 1,
          blocks: [
            {
              block: 'barcode',
              barcode: { symbology: 'qr', data: 'https://dewaal.example/o/26-A04831?n=Zoë' },
              height: 260,
              caption: null,
              align: 'end',
            },
          ],
        },
      ],
    },
  ]
  return { ...paper('Orderbevestiging 26-A04831', 'nl', blocks), runningHead: 'Orderbevestiging 26-A04831', ...change }
}

export function jobTicket(change: Partial<PageDocument> = {}): PageDocument {
  const blocks: PageBlock[] = [
    {
      block: 'columns',
      columns: [
        {
          share: 2,
          blocks: [
            { block: 'title', text: 'Auftragstasche', number: null },
            { block: 'text', text: '26-A04831', face: 'mono', size: 'huge' },
            {
              block: 'facts',
              across: 2,
              facts: [
                { label: 'Kunde', value: 'Autohaus Berger KG' },
                { label: 'Termin', value: 'Dienstag, 24. November' },
                { label: 'Auflage', value: '2.500 Stück' },
                { label: 'Datei', value: 'K7-9HD3 v2', face: 'mono' },
              ],
            },
          ],
        },
        {
          share: 1,
          blocks: [
            {
              block: 'barcode',
              barcode: { symbology: 'code128', data: '26-A04831' },
              height: 120,
              caption: '26-A04831',
              align: 'end',
            },
            {
              block: 'barcode',
              barcode: { symbology: 'dataMatrix', data: 'K7-9HD3/2' },
              height: 180,
              caption: null,
              align: 'end',
            },
          ],
        },
      ],
    },
    { block: 'box', lines: ['Achtung: Neudruck nach Reklamation', 'Größere Schnittmarken verwenden'] },
    {
      block: 'table',
      columns: [
        { title: '', width: { tenths: 60 }, align: 'start' },
        { title: 'Arbeitsgang', width: { share: 2 }, align: 'start' },
        { title: 'Maschine', width: { share: 1 }, align: 'start' },
        { title: 'Minuten', width: { tenths: 180 }, align: 'end' },
      ],
      rows: [
        { cells: [{ check: true }, 'Druck 4/4, 135 g Bilderdruck matt', 'Presse 2', '45'] },
        { cells: [{ check: true }, 'Schneiden auf A5', 'Schneidemaschine', '12'] },
        { cells: [{ check: true }, 'Verpacken zu 250', 'Tisch', '8'] },
      ],
      totals: [{ label: 'Summe', value: '65', weight: 'strong', ruleAbove: 'thin' }],
    },
  ]
  return paper('Auftragstasche 26-A04831', 'de', blocks, change)
}

const header: PageBlock = {
  block: 'header',
  logo: null,
  company: {
    name: 'Drukkerij De Waal',
    lines: ['Kanaalweg 30, 3526 KM Utrecht', '+31 30 555 01 23 · balie@dewaal.example'],
  },
}

function paper(
  title: string,
  language: string,
  blocks: readonly PageBlock[],
  change: Partial<PageDocument> = {},
): PageDocument {
  return {
    form: 'page',
    title,
    language,
    author: 'Drukkerij De Waal',
    createdAt: '2026-11-19T13:07:00.000Z',
    size: a4,
    margins: { top: 150, right: 200, bottom: 150, left: 200 },
    decimalMark: ',',
    blocks,
    runningHead: null,
    footer: {
      lines: ['Drukkerij De Waal B.V. · KvK 00000000 · NL000000000B00 · IBAN NL00 BANK 0123 4567 89'],
      pageWords: '{page} / {pages}',
    },
    copyTag: null,
    ...change,
  }
}

const thumb = { hash: 'thumb', description: 'Flyer' }

/** A paper with pictures in a header, in columns and in a table. */
export const pageWithPictures: PageDocument = packingSlip('D1', 0, {
  blocks: [
    { block: 'header', logo: { hash: 'logo', description: 'Logo' }, company: { name: 'x', lines: [] } },
    {
      block: 'columns',
      columns: [{ share: 1, blocks: [{ block: 'picture', picture: thumb, maxWidth: 100, maxHeight: 100 }] }],
    },
    {
      block: 'table',
      columns: [{ title: '', width: { share: 1 }, align: 'start' }],
      rows: [{ cells: [{ picture: thumb, height: 100 }] }],
      totals: [],
    },
  ],
})
