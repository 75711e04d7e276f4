import { fold } from '#shared/kernel/text.ts'

export interface TextPart {
  readonly text: string
  readonly isMatch: boolean
}

/** A text cut where the words searched for stand in it, however their accents and case are written. */
export function matchedText(text: string, wish: string): readonly TextPart[] {
  const letters = [...text]
  // One letter may fold to none or several (ß), so each folded letter remembers where it came from.
  const origin: number[] = []
  let folded = ''
  letters.forEach((letter, place) => {
    const plain = letter === ' ' ? ' ' : fold(letter)
    folded += plain
    for (const _ of plain) origin.push(place)
  })
  const isMatch = letters.map(() => false)
  for (const word of fold(wish).split(' ')) {
    if (word === '') continue
    for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + word.length)) {
      for (const place of origin.slice(at, at + word.length)) isMatch[place] = true
    }
  }
  return joined(letters, isMatch)
}

/** Every word of the wish stands somewhere in the text. */
export function matchesAll(text: string, wish: string): boolean {
  const plain = fold(text)
  return fold(wish)
    .split(' ')
    .every((word) => plain.includes(word))
}

function joined(letters: readonly string[], isMatch: readonly boolean[]): readonly TextPart[] {
  const parts: { text: string; isMatch: boolean }[] = []
  letters.forEach((letter, place) => {
    const last = parts.at(-1)
    const matches = isMatch[place] ?? false
    if (last?.isMatch === matches) last.text += letter
    else parts.push({ text: letter, isMatch: matches })
  })
  return parts
}
