import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { FormCheck } from '#renderer/client/index.ts'
import { FieldGrid, QuestionNote, Segmented, SelectField, TextField } from '#renderer/ui/index.ts'
import type { OutputFor } from '#shared/contract.ts'
import { serialBauds } from '#shared/printing/printer-profile.ts'
import type { PrinterValues } from './printer-values.ts'
import styles from './printers.module.css'

interface DeviceFieldsProps {
  values: PrinterValues
  onChange: (part: Partial<PrinterValues>) => void
  check: FormCheck
  devices: OutputFor<'printer.find'>['devices']
}

const parities = ['none', 'even', 'odd'] as const
const flows = ['hardware', 'xonxoff', 'none'] as const

/** A port of this computer, and what to type where this person may not use it (P17). */
export function DeviceFields({ values, onChange, check, devices }: DeviceFieldsProps) {
  const { t } = useTranslation('printing')
  const { road, device } = values
  const found = devices.filter((each) => each.road === road)
  const first = found[0]?.path
  useEffect(() => {
    if (device === '' && first !== undefined) onChange({ device: first })
  }, [device, first, onChange])
  const fix = found.find(({ path }) => path === device.trim())?.fix ?? []
  return (
    <>
      <TextField
        name="profile.transport.path"
        label={t('screen.printers.device')}
        hint={t(road === 'usb' ? 'screen.printers.usbHint' : 'screen.printers.serialHint')}
        isCode
        value={device}
        onChange={(path) => onChange({ device: path })}
        onLeave={check.leave('profile.transport.path')}
        error={check.errorOf('profile.transport.path')}
        isRequired
      />
      {fix.length > 0 && (
        <QuestionNote title={t('screen.printers.notAllowedHere', { device: device.trim() })}>
          {fix.map((command) => (
            <code key={command} className={`mono ${styles.command}`}>
              {command}
            </code>
          ))}
        </QuestionNote>
      )}
      {road === 'serial' && <SerialFields values={values} onChange={onChange} check={check} />}
    </>
  )
}

/** As the printer's own switches or its self-test say. */
function SerialFields({ values, onChange, check }: Omit<DeviceFieldsProps, 'devices'>) {
  const { t } = useTranslation('printing')
  return (
    <>
      <FieldGrid columns={2}>
        <SelectField
          name="profile.transport.baud"
          label={t('screen.printers.baud')}
          options={serialBauds.map((baud) => ({ value: String(baud), label: String(baud) }))}
          value={values.baud}
          onChange={(baud) => onChange({ baud })}
        />
        <Segmented
          label={t('screen.printers.bits')}
          segments={(['8', '7'] as const).map((bits) => ({ value: bits, label: bits }))}
          value={values.bits}
          onChange={(bits) => onChange({ bits })}
        />
        <Segmented
          label={t('screen.printers.parity')}
          segments={parities.map((parity) => ({ value: parity, label: t(`screen.parity.${parity}`) }))}
          value={values.parity}
          onChange={(parity) => onChange({ parity })}
        />
        <Segmented
          label={t('screen.printers.flow')}
          segments={flows.map((flow) => ({ value: flow, label: t(`screen.flow.${flow}`) }))}
          value={values.flow}
          onChange={(flow) => onChange({ flow })}
        />
      </FieldGrid>
      <TextField
        name="profile.transport.pace"
        label={t('screen.printers.pace')}
        hint={t('screen.printers.paceHint')}
        isCode
        value={values.pace}
        onChange={(pace) => onChange({ pace })}
        onLeave={check.leave('profile.transport.pace')}
        error={check.errorOf('profile.transport.pace')}
      />
    </>
  )
}
