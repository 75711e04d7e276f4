import { type FoundPrinter, languageOf, type PrinterMarks } from '#shared/printing/found-printer.ts'
import { type DnsRecord, firstLabel } from './dns-message.ts'

/** Kinds of service that printers announce, and what each of them is to us. */
export const printerServices = {
  '_pdl-datastream._tcp.local': 'raw',
  '_ipp._tcp.local': 'ipp',
  '_ipps._tcp.local': 'ipps',
  '_printer._tcp.local': 'lpr',
} as const

const mostPrinters = 100
const longestShown = 80

/** Everything that was answered, taken together: services of one name at one address are one printer. */
export class FoundPrinters {
  readonly #instances = new Map<string, FoundPrinter['ways'][number]['by']>()
  readonly #services = new Map<string, { readonly target: string; readonly port: number }>()
  readonly #texts = new Map<string, Readonly<Record<string, string>>>()
  readonly #addresses = new Map<string, string>()

  add(records: readonly DnsRecord[]): void {
    for (const record of records) {
      const name = record.name.toLowerCase()
      if (record.type === 'ptr') {
        const kind = Object.entries(printerServices).find(([service]) => service === name)?.[1]
        if (kind !== undefined) keep(this.#instances, record.target, kind)
      } else if (record.type === 'srv') keep(this.#services, name, record)
      else if (record.type === 'txt') keep(this.#texts, name, record.entries)
      else keep(this.#addresses, name, record.address)
    }
  }

  /** Names that were announced and not described yet, and hosts without an address. */
  get missing(): { readonly services: readonly string[]; readonly hosts: readonly string[] } {
    const services = [...this.#instances.keys()].filter((name) => !this.#services.has(name.toLowerCase()))
    const hosts = [...this.#services.values()].filter(({ target }) => !this.#addresses.has(target.toLowerCase()))
    return { services, hosts: [...new Set(hosts.map(({ target }) => target))] }
  }

  printers(): FoundPrinter[] {
    const found = new Map<string, FoundPrinter>()
    for (const [instance, by] of this.#instances) {
      const service = this.#services.get(instance.toLowerCase())
      const host = service && this.#addresses.get(service.target.toLowerCase())
      // A port of nought says that this way is not offered.
      if (service === undefined || host === undefined || service.port === 0) continue
      const text = this.#texts.get(instance.toLowerCase()) ?? {}
      const name = shown(firstLabel(instance))
      const key = `${host} ${name.toLowerCase()}`
      const known = found.get(key)
      const path = by === 'ipp' || by === 'ipps' ? pathOf(text.rp) : null
      const model = known?.model || modelOf(text)
      const reads = [text.pdl ?? '', text.usb_cmd ?? '', known?.language === 'pdf' ? 'application/pdf' : '']
      found.set(key, {
        ...{ name, model, host },
        ways: [...(known?.ways ?? []), { by, port: service.port, path }],
        marks: marksOf(text, service.target, name, known?.marks),
        language: languageOf(`${model} ${name}`, reads) ?? (by === 'ipp' || by === 'ipps' ? 'pdf' : null),
      })
    }
    return [...found.values()].toSorted((a, b) => a.name.localeCompare(b.name) || a.host.localeCompare(b.host))
  }
}

/** A flood of names fills no memory. */
function keep<T>(map: Map<string, T>, key: string, value: T): void {
  if (map.size < mostPrinters * 4 || map.has(key)) map.set(key, value)
}

function shown(text: string): string {
  return Array.from(text).slice(0, longestShown).join('').trim()
}

function modelOf(text: Readonly<Record<string, string>>): string {
  const usb = [text.usb_mfg ?? '', text.usb_mdl ?? ''].filter((each) => each !== '').join(' ')
  return shown(text.ty || usb || (text.product ?? '').replace(/^\(|\)$/gu, ''))
}

function pathOf(queue: string | undefined): string {
  return queue !== undefined && /^[\w./~%-]{1,200}$/u.test(queue) ? `/${queue.replace(/^\/+/u, '')}` : '/ipp/print'
}

function marksOf(
  text: Readonly<Record<string, string>>,
  host: string,
  networkName: string,
  known: PrinterMarks | undefined,
): PrinterMarks {
  const said = (value: string | undefined) => (value === undefined || value === '' ? null : shown(value))
  const mac = /([0-9a-f]{12})(?:\.|$)/iu.exec(host)?.[1]?.toLowerCase()
  return {
    uuid: said(text.uuid) ?? known?.uuid ?? null,
    serial: said(text.usb_ser) ?? said(text.serialnumber) ?? known?.serial ?? null,
    mac: mac ?? known?.mac ?? null,
    networkName,
  }
}
