/** Key of a paper's name: its own feature's texts name it (`fulfilment.packingSlip` -> `fulfilment:paper.packingSlip.name`). */
export function paperNameKey(kind: string): string {
  const [folder = '', paper = ''] = kind.split('.')
  return `${folder}:paper.${paper}.name`
}
