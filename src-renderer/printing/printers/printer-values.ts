import type { InputFor, OutputFor } from '#shared/contract.ts'
import { type EscposModel, escposModels } from '#shared/printing/printer-models.ts'
import { serialBauds } from '#shared/printing/printer-profile.ts'
import { freshLabel, type LabelValues, labelSettings, labelValuesOf, withLabelModel } from './label-values.ts'

type Profile = OutputFor<'printer.list'>['printers'][number]['profile']
type BytesTransport = Extract<Profile, { language: 'escpos' }>['transport']
type PageTransport = Extract<Profile, { language: 'pdf' }>['transport']
type SerialTransport = Extract<Profile['transport'], { by: 'serial' }>
type QueueTransport = Extract<Profile['transport'], { by: 'cups' | 'windows' }>
type IppTransport = Extract<Profile['transport'], { by: 'ipp' }>
export type PrinterInput = InputFor<'printer.add'>['profile']
export type PrinterLanguage = Profile['language']
export type PrinterRoad = Profile['transport']['by']

export const escposModelNames = ['epsonTm80', 'epsonTm80Dpi180', 'clone80', 'clone58'] as const
export const cutsOfReceipts = ['partial', 'full', 'none'] as const
export const drawerPins = ['none', '2', '5'] as const
export const sheetNames = ['A4', 'A5', 'Letter'] as const

export interface PrinterValues extends LabelValues {
  readonly name: string
  readonly language: PrinterLanguage
  readonly road: PrinterRoad
  readonly host: string
  readonly port: string
  readonly queue: string
  readonly server: string | null
  /** What stands behind the queue; another queue has to be learned anew. */
  readonly behind: string | null
  readonly folder: string
  /** Port of this computer, for USB and serial lines. */
  readonly device: string
  readonly baud: string
  readonly bits: '7' | '8'
  readonly parity: SerialTransport['parity']
  readonly flow: SerialTransport['flow']
  readonly pace: string
  /** Of a printer that speaks IPP itself. */
  readonly path: string
  readonly isSecure: boolean
  readonly identity: IppTransport['identity']
  readonly escposModel: (typeof escposModelNames)[number] | 'own'
  readonly cut: (typeof cutsOfReceipts)[number]
  readonly drawer: (typeof drawerPins)[number]
  readonly opensAtCash: boolean
  readonly media: string
  readonly sides: 'one-sided' | 'two-sided-long-edge' | 'two-sided-short-edge'
  readonly colour: 'color' | 'monochrome'
  readonly tray: string
}

export const freshPrinter: PrinterValues = {
  ...freshLabel,
  name: '',
  language: 'escpos',
  road: 'tcp',
  host: '',
  port: '9100',
  queue: '',
  server: null,
  behind: null,
  folder: '',
  device: '',
  baud: '9600',
  bits: '8',
  parity: 'none',
  flow: 'hardware',
  pace: '',
  path: '/ipp/print',
  isSecure: false,
  identity: null,
  escposModel: 'epsonTm80',
  cut: 'partial',
  drawer: '2',
  opensAtCash: true,
  media: 'A4',
  sides: 'one-sided',
  colour: 'color',
  tray: '',
}

/** How a printer of this language can be reached, the usual way first. */
export function roadsOf(language: PrinterLanguage): readonly PrinterRoad[] {
  return language === 'pdf' ? ['ipp', 'cups', 'windows', 'folder'] : ['tcp', 'cups', 'windows', 'usb', 'serial']
}

/** Another language keeps what was typed, but never a road its printers do not have. */
export function withLanguage(values: PrinterValues, language: PrinterLanguage): PrinterValues {
  const roads = roadsOf(language)
  const road = roads.includes(values.road) ? values.road : (roads[0] ?? 'cups')
  const model = language === 'zpl' ? withLabelModel(values, 'zebra203') : {}
  return withRoad({ ...values, ...model, language }, road)
}

/** Each road over the network has its own usual port; one that was typed otherwise stays. */
export function withRoad(values: PrinterValues, road: PrinterRoad): PrinterValues {
  const usual: Partial<Record<PrinterRoad, string>> = { tcp: '9100', ipp: '631' }
  const isUsual = Object.values(usual).includes(values.port)
  return { ...values, road, port: isUsual ? (usual[road] ?? values.port) : values.port }
}

export function valuesOf(profile: Profile): PrinterValues {
  const { name, language, transport } = profile
  const base: PrinterValues = {
    ...freshPrinter,
    name,
    language,
    road: transport.by,
    ...(transport.by === 'tcp' ? { host: transport.host, port: String(transport.port) } : {}),
    ...(transport.by === 'ipp' ? { ...ippValues(transport), host: transport.host, port: String(transport.port) } : {}),
    ...(transport.by === 'windows' ? { queue: transport.queue, behind: transport.behind ?? null } : {}),
    ...(transport.by === 'usb' ? { device: transport.path } : {}),
    ...(transport.by === 'serial' ? serialValues(transport) : {}),
    ...(transport.by === 'cups' ? cupsValues(transport) : {}),
    ...(transport.by === 'folder' ? { folder: transport.path } : {}),
  }
  if (profile.language === 'escpos') {
    const drawer = profile.drawer === null ? ('none' as const) : (`${profile.drawer.pin}` as const)
    const atDrawer = { drawer, opensAtCash: profile.drawer?.opensAtCash ?? true } as const
    return { ...base, escposModel: escposModelOf(profile), cut: profile.cut, ...atDrawer }
  }
  if (profile.language !== 'pdf') return { ...base, ...labelValuesOf(profile) }
  return {
    ...base,
    media: profile.media,
    sides: profile.sides,
    colour: profile.colour,
    tray: profile.tray ?? '',
  }
}

/** What the form sends. `known`: the printer that is changed, whose finer settings stay where the form has no field. */
export function printerInputOf(values: PrinterValues, known: Profile | null): PrinterInput {
  const name = values.name
  switch (values.language) {
    case 'escpos': {
      const own = known?.language === 'escpos' ? known : null
      const model = values.escposModel === 'own' ? own : escposOf(values.escposModel, own)
      const { drawer, ...rest } = settingsOf(model ?? escposModels.epsonTm80)
      const kick = drawer ?? own?.drawer ?? escposModels.epsonTm80.drawer
      const pin = values.drawer === '5' ? (5 as const) : (2 as const)
      const transport = bytesTransportOf(values)
      const hung = values.drawer === 'none' ? null : { ...kick, pin, opensAtCash: values.opensAtCash }
      return { ...{ ...rest, name, language: 'escpos', transport, cut: values.cut }, drawer: hung }
    }
    case 'zpl':
    case 'tspl':
    case 'epl':
    case 'brother': {
      const own = known === null || known.language === 'escpos' || known.language === 'pdf' ? null : known
      return { ...labelSettings(values, own), name, transport: bytesTransportOf(values) }
    }
    case 'pdf': {
      const { media, sides, colour } = values
      const transport = pageTransportOf(values)
      return { name, language: 'pdf', transport, media, sides, colour, tray: values.tray.trim() || null }
    }
  }
}

function bytesTransportOf(values: PrinterValues): BytesTransport {
  const { road, host, port, device } = values
  switch (road) {
    case 'cups':
    case 'windows':
      return queueOf(values, road)
    case 'usb':
      return { by: 'usb', path: device.trim() }
    case 'serial':
      return serialOf(values)
    default:
      return { by: 'tcp', host: host.trim(), port: Number(port) }
  }
}

function pageTransportOf(values: PrinterValues): PageTransport {
  const { road, host, port, path, isSecure, identity, folder } = values
  switch (road) {
    case 'ipp':
      return { by: 'ipp', host: host.trim(), port: Number(port), path: path.trim(), isSecure, identity }
    case 'folder':
      return { by: 'folder', path: folder.trim() }
    default:
      return queueOf(values, road === 'windows' ? 'windows' : 'cups')
  }
}

function queueOf({ queue, server, behind }: PrinterValues, by: QueueTransport['by']): QueueTransport {
  const known = behind === null ? {} : { behind }
  return by === 'windows' ? { by, queue, ...known } : { by, queue, server, ...known }
}

function cupsValues({ queue, server, behind }: Extract<QueueTransport, { by: 'cups' }>) {
  return { queue, server, behind: behind ?? null }
}

function serialOf({ device, baud, bits, parity, flow, pace }: PrinterValues): SerialTransport {
  const speed = serialBauds.find((each) => String(each) === baud) ?? 9600
  const slow = pace.trim() === '' ? null : Number(pace)
  return { by: 'serial', path: device.trim(), baud: speed, bits: bits === '7' ? 7 : 8, parity, flow, pace: slow }
}

function serialValues({ path, baud, bits, parity, flow, pace }: SerialTransport) {
  const signs = bits === 7 ? ('7' as const) : ('8' as const)
  return { device: path, baud: String(baud), bits: signs, parity, flow, pace: pace === null ? '' : String(pace) }
}

function ippValues({ path, isSecure, identity }: IppTransport) {
  return { path, isSecure, identity }
}

/** A model chosen anew replaces the finer settings; the one it already was keeps what the test strip found. */
function escposOf(model: (typeof escposModelNames)[number], own: EscposModel | null): EscposModel {
  return own !== null && escposModelOf(own) === model ? own : escposModels[model]
}

function escposModelOf(own: EscposModel): PrinterValues['escposModel'] {
  return (
    escposModelNames.find((name) => {
      const { columns, dots, dpi, status } = escposModels[name]
      return own.columns === columns && own.dots === dots && own.dpi === dpi && own.status === status
    }) ?? 'own'
  )
}

function settingsOf({ columns, dots, dpi, codePages, pictureFor, status, cut, drawer }: EscposModel) {
  return { columns, dots, dpi, codePages: [...codePages], pictureFor, status, cut, drawer }
}
