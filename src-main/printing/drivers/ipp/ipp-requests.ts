import type { IppFailure, IppTarget } from './ipp-line.ts'
import { attribute, attributesOf, type IppAttribute, type IppMessage, type IppValue, ippTag } from './ipp-message.ts'

export const ippOperation = {
  printJob: 0x0002,
  validateJob: 0x0004,
  createJob: 0x0005,
  sendDocument: 0x0006,
  cancelJob: 0x0008,
  getJobAttributes: 0x0009,
  getJobs: 0x000a,
  getPrinterAttributes: 0x000b,
} as const

export const ippStatus = {
  ignoredAttributes: 0x0001,
  clientErrors: 0x0400,
  forbidden: 0x0401,
  notAuthorized: 0x0403,
  notFound: 0x0406,
  formatNotSupported: 0x040a,
  attributesNotSupported: 0x040b,
  formatError: 0x0411,
  serverErrors: 0x0500,
  operationNotSupported: 0x0501,
  serviceUnavailable: 0x0502,
  versionNotSupported: 0x0503,
  temporaryError: 0x0505,
  notAcceptingJobs: 0x0506,
  busy: 0x0507,
} as const

const askedOfPrinter = [
  'printer-uuid',
  'printer-state',
  'printer-state-reasons',
  'printer-state-message',
  'printer-is-accepting-jobs',
  'queued-job-count',
  'operations-supported',
  'document-format-supported',
  'media-supported',
  'media-col-supported',
  'media-source-supported',
  'sides-supported',
  'copies-supported',
  'multiple-document-handling-supported',
  'print-color-mode-supported',
  'print-scaling-supported',
  'printer-resolution-supported',
  'number-up-supported',
]
const askedOfJob = [
  'job-state',
  'job-state-reasons',
  'job-printer-state-message',
  'job-impressions-completed',
  'number-of-intervening-jobs',
]

export interface IppJobWishes {
  readonly title: string
  readonly settings: readonly IppAttribute[]
}

/** Requests to one printer, in the version it speaks. */
export function ippRequests(target: Pick<IppTarget, 'host' | 'port' | 'path' | 'isSecure'>, version: number) {
  let lastId = 0
  const request = (code: number, own: readonly IppAttribute[], settings: readonly IppAttribute[] = []): IppMessage => {
    lastId += 1
    // The order of the first three is that of the standard; printers insist on it.
    const operation = [
      attribute(ippTag.charset, 'attributes-charset', 'utf-8'),
      attribute(ippTag.language, 'attributes-natural-language', 'en'),
      attribute(ippTag.uri, 'printer-uri', printerUri(target)),
      ...own,
    ]
    const asked = { tag: ippTag.operation, attributes: operation }
    const groups = settings.length === 0 ? [asked] : [asked, { tag: ippTag.job, attributes: settings }]
    return { version, code, requestId: lastId, groups }
  }
  const user = attribute(ippTag.name, 'requesting-user-name', 'Counterproof')
  const format = attribute(ippTag.mimeType, 'document-format', 'application/pdf')
  const idOf = (job: number) => attribute(ippTag.integer, 'job-id', job)
  const wanted = (...names: readonly string[]) => attribute(ippTag.keyword, 'requested-attributes', ...names)
  // What a printer cannot do it shall refuse, not replace by something of its own (P15).
  const named = (title: string) => [
    user,
    attribute(ippTag.name, 'job-name', title),
    attribute(ippTag.boolean, 'ipp-attribute-fidelity', true),
  ]
  return {
    printerAttributes: (names: readonly string[] = askedOfPrinter) =>
      request(ippOperation.getPrinterAttributes, [user, wanted(...names)]),
    validateJob: ({ title, settings }: IppJobWishes) =>
      request(ippOperation.validateJob, [...named(title), format], settings),
    createJob: ({ title, settings }: IppJobWishes) => request(ippOperation.createJob, named(title), settings),
    sendDocument: (job: number) =>
      request(ippOperation.sendDocument, [idOf(job), user, format, attribute(ippTag.boolean, 'last-document', true)]),
    printJob: ({ title, settings }: IppJobWishes) =>
      request(ippOperation.printJob, [...named(title), format], settings),
    jobAttributes: (job: number) => request(ippOperation.getJobAttributes, [idOf(job), user, wanted(...askedOfJob)]),
    cancelJob: (job: number) => request(ippOperation.cancelJob, [idOf(job), user]),
    jobs: () =>
      request(ippOperation.getJobs, [
        user,
        attribute(ippTag.integer, 'limit', 50),
        wanted('job-id', 'job-name'),
        attribute(ippTag.keyword, 'which-jobs', 'not-completed'),
      ]),
  }
}

export type IppRequests = ReturnType<typeof ippRequests>

export function printerUri({
  host,
  port,
  path,
  isSecure,
}: Pick<IppTarget, 'host' | 'port' | 'path' | 'isSecure'>): string {
  const name = host.includes(':') && !host.startsWith('[') ? `[${host}]` : host
  return `${isSecure ? 'ipps' : 'ipp'}://${name}${port === 631 ? '' : `:${port}`}${path}`
}

/** What a printer says when it does not do what it is asked; null: it does. */
export function refusalIn(message: IppMessage): IppFailure | null {
  if (message.code < ippStatus.clientErrors) return null
  const words = attributesOf(message, ippTag.operation).get('status-message')?.[0]
  const names = [...attributesOf(message, ippTag.unsupported).keys()].join(', ')
  const detail = [`status ${message.code.toString(16).padStart(4, '0')}`, words, names].filter(Boolean).join(': ')
  return { reason: reasonOf(message.code), detail, status: message.code }
}

function reasonOf(status: number): IppFailure['reason'] {
  if (status >= ippStatus.forbidden && status <= ippStatus.notAuthorized) return 'notAllowed'
  if (status === ippStatus.formatNotSupported || status === ippStatus.formatError) return 'formatNotSupported'
  if (status === ippStatus.attributesNotSupported) return 'settingNotSupported'
  if (status === ippStatus.notAcceptingJobs) return 'queueRejects'
  if (status === ippStatus.busy || status === ippStatus.temporaryError || status === ippStatus.serviceUnavailable) {
    return 'busy'
  }
  return status >= ippStatus.serverErrors ? 'printerError' : 'queueRejects'
}

export function numberOf(values: readonly IppValue[] | undefined): number | null {
  return typeof values?.[0] === 'number' ? values[0] : null
}

export function textOf(values: readonly IppValue[] | undefined): string | null {
  return typeof values?.[0] === 'string' && values[0] !== '' ? values[0] : null
}

export function textsOf(values: readonly IppValue[] | undefined): string[] {
  return (values ?? []).filter((each) => typeof each === 'string')
}
