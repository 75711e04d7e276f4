import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type FormCheck, useLocal } from '#renderer/client/index.ts'
import { FieldGrid, QuestionNote, Segmented, SelectField, TextField } from '#renderer/ui/index.ts'
import type { OutputFor } from '#shared/contract.ts'
import { DeviceFields } from './device-fields.tsx'
import { IppFields } from './ipp-fields.tsx'
import { type PrinterValues, roadsOf, withRoad } from './printer-values.ts'

interface FieldsProps {
  values: PrinterValues
  onChange: (part: Partial<PrinterValues>) => void
  check: FormCheck
}

type Found = OutputFor<'printer.find'>

/** Roads of every computer; its own are known once it has looked. */
const notLooked: Found = { queues: [], roads: ['tcp', 'ipp', 'folder'], devices: [], advice: null }

/** How the printer is reached: over the network, through this computer's spooler or ports, or as files in a folder. */
export function RoadFields({ values, onChange, check }: FieldsProps) {
  const { t } = useTranslation('printing')
  const { run } = useLocal('printer.find')
  const [{ queues, roads, devices, advice }, setFound] = useState(notLooked)
  useEffect(() => {
    void run({}).then((found) => {
      if (found.ok) setFound(found.value)
    })
  }, [run])
  const here = roadsOf(values.language).filter((road) => road === values.road || roads.includes(road))
  const isBySpooler = values.road === 'cups' || values.road === 'windows'
  return (
    <>
      <Segmented
        label={t('screen.printers.road')}
        segments={here.map((road) => ({ value: road, label: t(`screen.road.${road}`) }))}
        value={values.road}
        onChange={(road) => onChange(withRoad(values, road))}
      />
      {(values.road === 'tcp' || values.road === 'ipp') && (
        <FieldGrid columns={2}>
          <TextField
            name="profile.transport.host"
            label={t('screen.printers.host')}
            hint={t('screen.printers.hostHint')}
            isCode
            value={values.host}
            onChange={(host) => onChange({ host, identity: null })}
            onLeave={check.leave('profile.transport.host')}
            error={check.errorOf('profile.transport.host')}
            isRequired
          />
          <TextField
            name="profile.transport.port"
            label={t('screen.printers.port')}
            isCode
            value={values.port}
            onChange={(port) => onChange({ port, identity: null })}
            onLeave={check.leave('profile.transport.port')}
            error={check.errorOf('profile.transport.port')}
            isRequired
          />
        </FieldGrid>
      )}
      {values.road === 'ipp' && <IppFields values={values} onChange={onChange} check={check} />}
      {isBySpooler && <QueueField values={values} onChange={onChange} check={check} queues={queues} />}
      {isBySpooler && values.language !== 'pdf' && advice !== null && (
        <QuestionNote title={t(`screen.spooler.${advice.code}`, { version: advice.version })} />
      )}
      {(values.road === 'usb' || values.road === 'serial') && (
        <DeviceFields values={values} onChange={onChange} check={check} devices={devices} />
      )}
      {values.road === 'folder' && (
        <TextField
          name="profile.transport.path"
          label={t('screen.printers.folder')}
          hint={t('screen.printers.folderHint')}
          isCode
          value={values.folder}
          onChange={(folder) => onChange({ folder })}
          onLeave={check.leave('profile.transport.path')}
          error={check.errorOf('profile.transport.path')}
          isRequired
        />
      )}
    </>
  )
}

/** Queues this computer knows; where it knows none, the name is typed. */
function QueueField({ values, onChange, check, queues }: FieldsProps & Pick<Found, 'queues'>) {
  const { t } = useTranslation('printing')
  const field = {
    name: 'profile.transport.queue',
    label: t('screen.printers.queue'),
    onLeave: check.leave('profile.transport.queue'),
    error: check.errorOf('profile.transport.queue'),
    isRequired: true,
  }
  if (queues.length === 0) {
    return (
      <TextField
        {...field}
        isCode
        hint={t('screen.printers.noQueues')}
        value={values.queue}
        onChange={(queue) => onChange({ queue, behind: null })}
      />
    )
  }
  return (
    <SelectField
      {...field}
      options={queues.map(({ queue, description }) => ({
        value: queue,
        label: description === '' || description === queue ? queue : `${queue} – ${description}`,
      }))}
      value={values.queue}
      onChange={(queue) => onChange({ queue, behind: null })}
    />
  )
}
