import type { LabelDocument, LabelPart } from '#shared/printing/label-document.ts'
import { shippingLabelSize } from '#shared/printing/label-document.ts'

/** A shipping label of an invented shop, 4 x 6 inch, with every kind of part. */
export function shippingLabel(
  change: { readonly address?: string; readonly tracking?: string; readonly order?: string } = {},
): LabelDocument {
  const address =
    change.address ?? 'Piekarnia Złoty Kłos Sp. z o.o.\nAgnieszka Wróblewska\nul. Piekary 17/3\n61-823 Poznań\nPOLSKA'
  const tracking = change.tracking ?? 'CP26048270012'
  const order = change.order ?? '26-A04827'
  const parts: LabelPart[] = [
    {
      part: 'text',
      x: 50,
      y: 50,
      text: 'Drukkerij De Waal',
      width: 600,
      size: 40,
      lines: 1,
      shrinkTo: 80,
      tooLong: 'ellipsis',
    },
    {
      part: 'text',
      x: 50,
      y: 100,
      text: 'Kanaalweg 30, 3526 KM Utrecht',
      width: 600,
      size: 28,
      lines: 1,
      shrinkTo: 80,
      tooLong: 'ellipsis',
    },
    {
      part: 'text',
      x: 700,
      y: 50,
      text: '1/2',
      width: 266,
      size: 80,
      lines: 1,
      align: 'end',
      shrinkTo: 80,
      tooLong: 'refuse',
    },
    { part: 'line', x: 50, y: 210, length: 916, direction: 'across', thickness: 5 },
    { part: 'text', x: 50, y: 250, text: address, width: 840, size: 55, lines: 6, shrinkTo: 80, tooLong: 'refuse' },
    { part: 'line', x: 50, y: 660, length: 916, direction: 'across', thickness: 5 },
    { part: 'code128', x: 50, y: 710, data: tracking, width: 916, height: 330, caption: tracking },
    { part: 'line', x: 50, y: 1110, length: 916, direction: 'across', thickness: 5 },
    { part: 'dataMatrix', x: 50, y: 1150, data: order, side: 220 },
    { part: 'text', x: 310, y: 1150, text: order, width: 400, size: 60, lines: 1, shrinkTo: 60, tooLong: 'refuse' },
    {
      part: 'text',
      x: 310,
      y: 1230,
      text: 'Naklejki Ø 60, 2 500 szt.',
      width: 400,
      size: 32,
      lines: 2,
      shrinkTo: 80,
      tooLong: 'ellipsis',
    },
    { part: 'qr', x: 740, y: 1150, data: `https://dewaal.example/o/${order}`, side: 226 },
    { part: 'box', x: 20, y: 20, width: 976, height: 1484, thickness: 3 },
    {
      part: 'text',
      x: 50,
      y: 1420,
      text: 'Wydrukowano 19.11.2026 14:06',
      width: 500,
      size: 26,
      lines: 1,
      shrinkTo: 80,
      tooLong: 'ellipsis',
    },
    { part: 'ean13', x: 560, y: 1400, data: '5901234123457', width: 400, height: 90, caption: null },
  ]
  return { form: 'label', title: `Shipping label ${order}`, language: 'pl', size: shippingLabelSize, parts }
}
