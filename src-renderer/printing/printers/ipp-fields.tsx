import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FormCheck } from '#renderer/client/index.ts'
import { CheckboxField, FieldGrid, TextField } from '#renderer/ui/index.ts'
import type { PrinterValues } from './printer-values.ts'

interface IppFieldsProps {
  values: PrinterValues
  onChange: (part: Partial<PrinterValues>) => void
  check: FormCheck
}

/** Path and encryption of a printer that speaks IPP, and whether it is still the one that answered there first (P19). */
export function IppFields({ values, onChange, check }: IppFieldsProps) {
  const { t } = useTranslation('printing')
  const [known] = useState(values.identity)
  return (
    <>
      <FieldGrid columns={2}>
        <TextField
          name="profile.transport.path"
          label={t('screen.printers.path')}
          hint={t('screen.printers.pathHint')}
          isCode
          value={values.path}
          onChange={(path) => onChange({ path, identity: null })}
          onLeave={check.leave('profile.transport.path')}
          error={check.errorOf('profile.transport.path')}
          isRequired
        />
        <CheckboxField
          label={t('screen.printers.secure')}
          isChecked={values.isSecure}
          onChange={(isSecure) => onChange({ isSecure, identity: null })}
        />
      </FieldGrid>
      {known !== null && (
        <CheckboxField
          label={t('screen.printers.newPrinter')}
          hint={t('screen.printers.newPrinterHint')}
          isChecked={values.identity === null}
          onChange={(isNew) => onChange({ identity: isNew ? null : known })}
        />
      )}
    </>
  )
}
