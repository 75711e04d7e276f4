import { useTranslation } from 'react-i18next'
import { CheckboxField, FieldGrid, Segmented, SelectField } from '#renderer/ui/index.ts'
import { labelModels } from '#shared/printing/printer-models.ts'
import {
  isEndlessRoll,
  labelMedia,
  labelModelNames,
  labelSizes,
  rollLengths,
  rollsOf,
  rotations,
  withLabelModel,
} from './label-values.ts'
import type { PrinterValues } from './printer-values.ts'

interface LabelFieldsProps {
  values: PrinterValues
  onChange: (part: Partial<PrinterValues>) => void
  isLocked: boolean
}

/** Which label printer it is, what lies in it and which way a label leaves it. The language comes with the model (P13). */
export function LabelFields({ values, onChange, isLocked }: LabelFieldsProps) {
  const { t } = useTranslation('printing')
  const known = labelModelNames.filter((name) => !isLocked || labelModels[name].language === values.language)
  const models = [...known, ...(values.labelModel === 'own' ? (['own'] as const) : [])]
  const turns = values.language === 'zpl' ? (['0', '180'] as const) : rotations
  return (
    <>
      <FieldGrid columns={2}>
        <SelectField
          label={t('screen.printers.model')}
          options={models.map((model) => ({ value: model, label: t(`screen.model.${model}`) }))}
          value={values.labelModel}
          onChange={(chosen) => {
            const labelModel = labelModelNames.find((name) => name === chosen)
            if (labelModel === undefined) return
            const chosenModel = withLabelModel(values, labelModel)
            onChange({ ...chosenModel, ...(chosenModel.language === values.language ? {} : { rotation: '0' }) })
          }}
        />
        <SelectField
          label={t('screen.printers.rotation')}
          options={turns.map((turn) => ({ value: turn, label: t(`screen.rotation.${turn}`) }))}
          value={values.rotation}
          onChange={(chosen) => onChange({ rotation: turns.find((turn) => turn === chosen) ?? '0' })}
        />
      </FieldGrid>
      {values.language === 'brother' ? (
        <RollFields values={values} onChange={onChange} />
      ) : (
        <SizeFields values={values} onChange={onChange} />
      )}
      <CheckboxField
        label={t('screen.printers.asksFirst')}
        hint={t('screen.printers.asksFirstHint')}
        isChecked={values.labelStatus === 'full'}
        onChange={(isAsked) => onChange({ labelStatus: isAsked ? 'full' : 'none' })}
      />
    </>
  )
}

function SizeFields({ values, onChange }: Omit<LabelFieldsProps, 'isLocked'>) {
  const { t } = useTranslation('printing')
  const sizes = labelSizes.some((size) => size === values.labelSize) ? labelSizes : [...labelSizes, values.labelSize]
  return (
    <>
      <Segmented
        label={t('screen.printers.labelSize')}
        segments={sizes.map((size) => ({ value: size, label: inMillimetres(size) }))}
        value={values.labelSize}
        onChange={(labelSize) => onChange({ labelSize })}
      />
      <Segmented
        label={t('screen.printers.labelMedia')}
        segments={labelMedia.map((each) => ({ value: each, label: t(`screen.media.${each}`) }))}
        value={values.labelMedia}
        onChange={(chosen) => onChange({ labelMedia: chosen })}
      />
    </>
  )
}

function RollFields({ values, onChange }: Omit<LabelFieldsProps, 'isLocked'>) {
  const { t } = useTranslation('printing')
  const rolls = rollsOf(values)
  const lengths = rollLengths.some((each) => each === values.rollLength)
    ? rollLengths
    : [...rollLengths, values.rollLength]
  return (
    <FieldGrid columns={2}>
      <SelectField
        label={t('screen.printers.roll')}
        options={rolls.map((roll) => ({
          value: roll,
          label: isEndlessRoll(roll) ? t('screen.printers.endless', { width: roll }) : `${roll.replace('x', ' × ')} mm`,
        }))}
        value={values.roll}
        onChange={(chosen) => onChange({ roll: rolls.find((roll) => roll === chosen) ?? values.roll })}
      />
      {isEndlessRoll(values.roll) && (
        <Segmented
          label={t('screen.printers.rollLength')}
          segments={lengths.map((each) => ({ value: each, label: `${Number(each) / 10} mm` }))}
          value={values.rollLength}
          onChange={(rollLength) => onChange({ rollLength })}
        />
      )}
    </FieldGrid>
  )
}

/** Tenths of a millimetre as a person says the label's size. */
function inMillimetres(size: string): string {
  const [width = 0, height = 0] = size.split('x').map((side) => Math.round(Number(side) / 10))
  return `${width} × ${height} mm`
}
