/** Between these a line never ends: a number and its unit or sign, the numbers of a size, guillemets and their words. */
const units = /^(?:%|‰|€|zł|EUR|PLN|mg|g|kg|g\/m²|µm|mm|cm|m|km|m²|ml|l|h)[,;.)]*$/u
const number = /\d[,.]?$/u
const closing = /^[»:;!?]+[,.)]*$/u

/** A text in the pieces between which its lines may end. All who set lines use it, so that papers end them alike. */
export function unbrokenWords(text: string): string[] {
  const words: string[] = []
  for (const word of text.split(' ')) {
    if (word === '') continue
    const last = words.at(-1)
    if (last !== undefined && belongTogether(last, word)) words[words.length - 1] = `${last} ${word}`
    else words.push(word)
  }
  return words
}

function belongTogether(before: string, word: string): boolean {
  if (before.endsWith('«') || closing.test(word)) return true
  if (before.endsWith(' ×')) return /^\d/u.test(word)
  return number.test(before) && (units.test(word) || word === '×')
}
