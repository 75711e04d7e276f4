import type { Language } from '../../kernel/language.ts'
import type { Size } from '../../kernel/length.ts'
import type { LabelDocument, LabelPart, Turn } from '../label-document.ts'
import type { PictureRef } from '../picture-ref.ts'

/** A label as it was designed: its parts, the lowest first, with `{field}` where the subject says something. */
export interface LabelDesign {
  readonly design: 'label'
  readonly size: Size
  readonly parts: readonly DesignPart[]
}

export type DesignPart = DesignText | DesignCode | DesignPicture | DesignLine | DesignBox

interface Placed {
  readonly id: string
  readonly x: number
  readonly y: number
}

export interface DesignText extends Placed {
  readonly part: 'text'
  readonly content: string
  readonly width: number
  readonly size: number
  readonly lines: number
  readonly align: 'start' | 'center' | 'end'
  /** Percent to which long words shrink before they wrap. */
  readonly shrinkTo: number
  readonly turn: Turn
}

export interface DesignCode extends Placed {
  readonly part: 'code128' | 'ean13' | 'qr' | 'dataMatrix'
  readonly content: string
  readonly width: number
  /** Of bars with their caption; a square symbol is as high as it is wide. */
  readonly height: number
  readonly hasCaption: boolean
  readonly turn: Turn
}

export interface DesignPicture extends Placed {
  readonly part: 'picture'
  readonly picture: { readonly from: 'field'; readonly name: string } | { readonly from: 'own'; readonly hash: string }
  readonly width: number
  readonly height: number
  readonly turn: Turn
}

export interface DesignLine extends Placed {
  readonly part: 'line'
  readonly length: number
  readonly direction: 'across' | 'down'
  readonly thickness: number
}

export interface DesignBox extends Placed {
  readonly part: 'box'
  readonly width: number
  readonly height: number
  readonly thickness: number
}

const placeholder = /\{(\w+)\}/gu

/** Names of the fields that a text asks for. */
export function fieldsIn(content: string): string[] {
  return [...content.matchAll(placeholder)].map((found) => found[1] ?? '')
}

/** What the subject says of itself: a field it has nothing to say of is '', and a picture it lacks is null. */
export interface LabelFilling {
  readonly title: string
  readonly language: Language
  readonly fields: Readonly<Record<string, string>>
  readonly pictures: Readonly<Record<string, PictureRef | null>>
}

/** PR47: a design filled in becomes a label like any other; parts with nothing to say are left out. */
export function designedLabel(design: LabelDesign, filling: LabelFilling, whole: readonly string[]): LabelDocument {
  const parts = design.parts.flatMap((part): LabelPart[] => {
    const made = filledPart(part, filling, whole)
    return made === null ? [] : [made]
  })
  return { form: 'label', title: filling.title, language: filling.language, size: design.size, parts }
}

/** A built-in label made smaller for the roll in the printer; on a larger one it stays as it is. */
export function fittedDesign(design: LabelDesign, medium: Size | null): LabelDesign {
  const { size } = design
  const scale = medium === null ? 1 : Math.min(1, medium.width / size.width, medium.height / size.height)
  if (scale === 1) return design
  const by = (tenths: number) => Math.max(1, Math.floor(tenths * scale))
  const parts = design.parts.map((part): DesignPart => {
    const at = { x: Math.floor(part.x * scale), y: Math.floor(part.y * scale) }
    if (part.part === 'text') return { ...part, ...at, width: by(part.width), size: by(part.size) }
    if (part.part === 'line') return { ...part, ...at, length: by(part.length) }
    return { ...part, ...at, width: by(part.width), height: by(part.height) }
  })
  return { design: 'label', size: { width: by(size.width), height: by(size.height) }, parts }
}

export function filledPart(part: DesignPart, filling: LabelFilling, whole: readonly string[]): LabelPart | null {
  switch (part.part) {
    case 'text': {
      const { id: _, content, ...rest } = part
      const text = filledText(content, filling.fields)
      const isWhole = fieldsIn(content).some((field) => whole.includes(field))
      return text === '' ? null : { ...rest, text, tooLong: isWhole ? 'refuse' : 'ellipsis' }
    }
    case 'code128':
    case 'ean13': {
      const { x, y, width, height, turn, hasCaption } = part
      const data = filledText(part.content, filling.fields)
      if (data === '') return null
      return { part: part.part, x, y, width, height, turn, data, caption: hasCaption ? data : null }
    }
    case 'qr':
    case 'dataMatrix': {
      const data = filledText(part.content, filling.fields)
      return data === '' ? null : { part: part.part, x: part.x, y: part.y, side: part.width, turn: part.turn, data }
    }
    case 'picture': {
      const { x, y, width, height, turn } = part
      const picture =
        part.picture.from === 'own'
          ? { hash: part.picture.hash, description: filling.title }
          : (filling.pictures[part.picture.name] ?? null)
      return picture === null ? null : { part: 'picture', x, y, width, height, turn, picture }
    }
    case 'line':
    case 'box': {
      const { id: _, ...rest } = part
      return rest
    }
  }
}

/** Lines of which every field was empty are left out, so that an address has no gaps. */
function filledText(content: string, fields: Readonly<Record<string, string>>): string {
  return content
    .split('\n')
    .flatMap((line) => {
      const filled = line.replace(placeholder, (_, name: string) => fields[name] ?? '').trim()
      return filled === '' && fieldsIn(line).length > 0 ? [] : [filled]
    })
    .join('\n')
    .trim()
}
