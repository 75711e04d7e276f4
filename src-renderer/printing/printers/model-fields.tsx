import { useTranslation } from 'react-i18next'
import type { FormCheck } from '#renderer/client/index.ts'
import { CheckboxField, FieldGrid, Segmented, TextField } from '#renderer/ui/index.ts'
import { escposModels } from '#shared/printing/printer-models.ts'
import { LabelFields } from './label-fields.tsx'
import { cutsOfReceipts, drawerPins, escposModelNames, type PrinterValues, sheetNames } from './printer-values.ts'

interface ModelFieldsProps {
  values: PrinterValues
  onChange: (part: Partial<PrinterValues>) => void
  check: FormCheck
  /** A printer that was added: its language is locked (P13). */
  isLocked: boolean
}

const sides = ['one-sided', 'two-sided-long-edge', 'two-sided-short-edge'] as const
const colours = ['color', 'monochrome'] as const

/** What kind of this kind: the model or the sheet. Finer settings come with the model and from the tests. */
export function ModelFields(props: ModelFieldsProps) {
  switch (props.values.language) {
    case 'escpos':
      return <ReceiptFields {...props} />
    case 'zpl':
    case 'tspl':
    case 'epl':
    case 'brother':
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
        onChange={(escposModel) =>
          onChange({ escposModel, ...(escposModel === 'own' ? {} : { cut: escposModels[escposModel].cut }) })
        }
      />
      <FieldGrid columns={2}>
        <Segmented
          label={t('screen.printers.cut')}
          segments={cutsOfReceipts.map((cut) => ({ value: cut, label: t(`screen.cut.${cut}`) }))}
          value={values.cut}
          onChange={(cut) => onChange({ cut })}
        />
        <Segmented
          label={t('screen.printers.drawer')}
          segments={drawerPins.map((pin) => ({ value: pin, label: t(`screen.drawerPin.${pin}`) }))}
          value={values.drawer}
          onChange={(drawer) => onChange({ drawer })}
        />
      </FieldGrid>
      {values.drawer !== 'none' && (
        <CheckboxField
          label={t('screen.printers.opensAtCash')}
          isChecked={values.opensAtCash}
          onChange={(opensAtCash) => onChange({ opensAtCash })}
        />
      )}
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
