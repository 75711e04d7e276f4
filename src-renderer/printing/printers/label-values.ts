import {
  type BrotherRollName,
  brotherLabelSize,
  brotherRollNames,
  brotherRolls,
  fitsHead,
} from '#shared/printing/brother-rolls.ts'
import { type LabelModel, type LabelModelName, labelModels } from '#shared/printing/printer-models.ts'

/** What the form of a label printer holds; sizes are texts as its choices name them. */
export interface LabelValues {
  readonly labelModel: LabelModelName | 'own'
  readonly labelSize: string
  readonly labelMedia: (typeof labelMedia)[number]
  readonly rotation: (typeof rotations)[number]
  readonly roll: BrotherRollName
  readonly rollLength: string
  /** Whether it is asked how it is before each label: not every make answers, nor over every road. */
  readonly labelStatus: LabelModel['status']
}

export const labelModelNames = [
  'zebra203',
  'zebra300',
  'tspl203',
  'tspl300',
  'epl203',
  'brotherQl',
  'brotherQlWide',
] as const
/** Width x height in tenths of a millimetre. */
export const labelSizes = ['1016x1524', '1000x1500', '762x508', '570x320'] as const
/** Lengths of a label from an endless roll, in tenths of a millimetre. */
export const rollLengths = ['290', '500', '1000', '1500'] as const
/** How labels are told apart. */
export const labelMedia = ['gap', 'mark', 'continuous'] as const
/** By the clock, from how a label is read to how it leaves the printer. */
export const rotations = ['0', '90', '180', '270'] as const

export const freshLabel: LabelValues = {
  labelModel: 'zebra203',
  labelSize: '1016x1524',
  labelMedia: 'gap',
  rotation: '0',
  roll: '62x29',
  rollLength: '1000',
  labelStatus: labelModels.zebra203.status,
}

export function labelValuesOf(own: LabelModel): LabelValues {
  const { width, height } = own.label
  const labelModel = labelModelOf(own)
  const size = { ...freshLabel, labelModel, labelSize: `${width}x${height}`, labelStatus: own.status }
  if (own.language === 'zpl') return { ...size, labelMedia: own.media, rotation: own.isUpsideDown ? '180' : '0' }
  const rotation = `${own.rotation}` as const
  if (own.language !== 'brother') return { ...size, labelMedia: own.media, rotation }
  const isLying = own.rotation === 90 || own.rotation === 270
  return { ...size, rotation, roll: own.roll, rollLength: String(isLying ? width : height) }
}

/** Which of the models it is; anything else that was set by hand is its own. */
export function labelModelOf(own: LabelModel): LabelValues['labelModel'] {
  return (
    labelModelNames.find((name) => {
      const model: LabelModel = labelModels[name]
      if (own.language === 'brother' && model.language === 'brother') return own.head === model.head
      return own.language === model.language && own.dpi === model.dpi
    }) ?? 'own'
  )
}

/** What comes with a model that was chosen: its language, whether it is asked, and a roll it takes. */
export function withLabelModel(
  values: LabelValues,
  labelModel: LabelModelName,
): LabelValues & Pick<LabelModel, 'language'> {
  const model: LabelModel = labelModels[labelModel]
  const roll = model.language === 'brother' && !fitsHead(values.roll, model.head) ? model.roll : values.roll
  return { ...values, labelModel, language: model.language, labelStatus: model.status, roll }
}

/** Rolls that the chosen printer takes; a wide one takes the narrow ones too. */
export function rollsOf({ labelModel }: Pick<LabelValues, 'labelModel'>): readonly BrotherRollName[] {
  const { head } = labelModel === 'brotherQlWide' ? labelModels.brotherQlWide : labelModels.brotherQl
  return brotherRollNames.filter((roll) => fitsHead(roll, head))
}

/** Another model starts from what it is as bought; the one it already was keeps what its tests found. */
export function labelSettings(values: LabelValues, own: LabelModel | null): LabelModel {
  const isSame = own !== null && (values.labelModel === 'own' || labelModelOf(own) === values.labelModel)
  const model: LabelModel = isSame ? own : labelModels[values.labelModel === 'own' ? 'zebra203' : values.labelModel]
  const label = sizeOf(values.labelSize) ?? model.label
  const media = values.labelMedia
  const rotation = rotationOf(values.rotation)
  const status = values.labelStatus
  switch (model.language) {
    case 'zpl': {
      const { language, dpi, offset, darkness, speed } = model
      return { language, dpi, label, media, offset, isUpsideDown: rotation === 180, darkness, speed, status }
    }
    case 'tspl': {
      const { language, dpi, gap, offset, darkness, speed } = model
      return { language, dpi, label, media, gap, offset, rotation, darkness, speed, status }
    }
    case 'epl': {
      const { language, dpi, gap, offset, darkness, speed } = model
      return { language, dpi, label, media, gap, offset, rotation, darkness, speed, status }
    }
    case 'brother': {
      const { language, dpi, head, offset, cut } = model
      const ofRoll = brotherLabelSize(values.roll, Number(values.rollLength), rotation)
      return { language, dpi, head, roll: values.roll, label: ofRoll, offset, rotation, cut, status }
    }
  }
}

export function isEndlessRoll(roll: BrotherRollName): boolean {
  return brotherRolls[roll].length === null
}

function rotationOf(rotation: LabelValues['rotation']): 0 | 90 | 180 | 270 {
  return ({ '0': 0, '90': 90, '180': 180, '270': 270 } as const)[rotation]
}

function sizeOf(text: string): { width: number; height: number } | null {
  const [width = 0, height = 0] = text.split('x').map(Number)
  return width > 0 && height > 0 ? { width, height } : null
}
