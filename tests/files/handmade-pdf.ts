/** PDFs written by hand, so that they can be wrong in ways no library writes. */
export interface HandmadePdf {
  /** Of the page: `0 0 283 142`. */
  readonly box?: string
  readonly content?: string
  /** More of the catalogue: an open action, names. */
  readonly catalog?: string
  /** More of the trailer: a lock. */
  readonly trailer?: string
  readonly pageCount?: number
}

export function handmadePdf({
  box = '0 0 283.465 141.732',
  content = '',
  catalog = '',
  ...rest
}: HandmadePdf = {}): Uint8Array {
  const count = rest.pageCount ?? 1
  const kids = Array.from({ length: count }, () => '3 0 R').join(' ')
  const objects = [
    `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`,
    `<< /Type /Pages /Kids [${kids}] /Count ${count} >>`,
    `<< /Type /Page /Parent 2 0 R /MediaBox [${box}] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>`,
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ]
  let text = '%PDF-1.7\n'
  const offsets = objects.map((object, at) => {
    const offset = text.length
    text += `${at + 1} 0 obj\n${object}\nendobj\n`
    return offset
  })
  const start = text.length
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`
  text += offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  text += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${rest.trailer ?? ''} >>\nstartxref\n${start}\n%%EOF\n`
  return Buffer.from(text, 'latin1')
}
