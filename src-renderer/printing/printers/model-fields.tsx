import { useTranslation } from 'react-i18next'
import type { FormCheck } from '#renderer/client/index.ts'
import { CheckboxField, FieldGrid, Segmented, TextField } from '#renderer/ui/index.ts'
import { escposModelNames, labelSizes, type PrinterValues, sheetNames, zplModelNames } from './printer-values.ts'

interface ModelFieldsProps {
  values: PrinterValues
  onChange: (part: Partial<PrinterValues>) => void
  check: FormCheck
}

const sides = ['one-sided', 'two-sided-long-edge', 'two-sided-short-edge'] as const
const colours = ['color', 'monochrome'] as const

/** What kind of this kind: the model or the sheet. Finer settings come with the model and from the tests. */
export function ModelFields(props: ModelFieldsProps) {
  switch (props.values.language) {
    case 'escpos':
      return <ReceiptFields {...props} />
    case 'zpl':
      return <LabelFields {...props} />
    case 'pdf':
      return <SheetFields {...props} />
  }
}

function ReceiptFields({ values, onChange }: ModelFieldsProps) {
  const { t } = useTranslation('printing')
  const models = [...escposModelNames, ...(values.escposModel === 'own' ? (['own'] as const) : [])]
  return (
    <>
      <Segmented
        label={t('screen.printers.model')}
        segments={models.map((model) => ({ value: model, label: t(`screen.model.${model}`) }))}
        value={values.escposModel}
        onChange={(escposModel) => onChange({ escposModel })}
      />
      <CheckboxField
        label={t('screen.printers.drawer')}
        isChecked={values.hasDrawer}
        onChange={(hasDrawer) => onChange({ hasDrawer })}
      />
      {values.hasDrawer && (
        <CheckboxField
          label={t('screen.printers.opensAtCash')}
          isChecked={values.opensAtCash}
          onChange={(opensAtCash) => onChange({ opensAtCash })}
        />
      )}
    </>
  )
}

function LabelFields({ values, onChange }: ModelFieldsProps) {
  const { t } = useTranslation('printing')
  const models = [...zplModelNames, ...(values.zplModel === 'own' ? (['own'] as const) : [])]
  const sizes = labelSizes.some((size) => size === values.labelSize) ? labelSizes : [...labelSizes, values.labelSize]
  return (
    <>
      <Segmented
        label={t('screen.printers.model')}
        segments={models.map((model) => ({ value: model, label: t(`screen.model.${model}`) }))}
        value={values.zplModel}
        onChange={(zplModel) => onChange({ zplModel })}
      />
      <Segmented
        label={t('screen.printers.labelSize')}
        segments={sizes.map((size) => ({ value: size, label: inMillimetres(size) }))}
        value={values.labelSize}
        onChange={(labelSize) => onChange({ labelSize })}
      />
    </>
  )
}

function SheetFields({ values, onChange, check }: ModelFieldsProps) {
  const { t } = useTranslation('printing')
  return (
    <>
      <FieldGrid columns={2}>
        <Segmented
          label={t('screen.printers.sheet')}
          segments={sheetNames.map((sheet) => ({ value: sheet, label: sheet }))}
          value={sheetNames.find((sheet) => sheet === values.media) ?? null}
          onChange={(media) => onChange({ media })}
        />
        <Segmented
          label={t('screen.printers.colour')}
          segments={colours.map((colour) => ({ value: colour, label: t(`screen.colour.${colour}`) }))}
          value={values.colour}
          onChange={(colour) => onChange({ colour })}
        />
      </FieldGrid>
      <Segmented
        label={t('screen.printers.sides')}
        segments={sides.map((each) => ({ value: each, label: t(`screen.sides.${each}`) }))}
        value={values.sides}
        onChange={(chosen) => onChange({ sides: chosen })}
      />
      {values.road !== 'folder' && (
        <TextField
          name="profile.tray"
          label={t('screen.printers.tray')}
          hint={t(values.road === 'ipp' ? 'screen.printers.trayHintIpp' : 'screen.printers.trayHint')}
          isCode
          value={values.tray}
          onChange={(tray) => onChange({ tray })}
          onLeave={check.leave('profile.tray')}
          error={check.errorOf('profile.tray')}
        />
      )}
    </>
  )
}

/** Tenths of a millimetre as a person says the label's size. */
function inMillimetres(size: string): string {
  const [width = 0, height = 0] = size.split('x').map((side) => Math.round(Number(side) / 10))
  return `${width} × ${height} mm`
}
