import { notAllowed, notAuthorised } from '#main/platform/bus/authorise.ts'
import type { CommandContext, Services } from '#main/platform/bus/module.ts'
import { may, type Viewer } from '#main/platform/bus/viewer.ts'
import { digest } from '#main/platform/secrets/digest.ts'
import { canonicalJson } from '#shared/kernel/canonical-json.ts'
import { accepted, type Result, refused } from '#shared/kernel/result.ts'
import { lastWordsOf } from '#shared/printing/finished-paper.ts'
import { isNoSuchPaper } from '#shared/printing/no-such-paper.ts'
import type { PrintJob } from '#shared/printing/print-job.ts'
import { printJobKey } from '#shared/printing/print-job-states.ts'
import { deviceKey, isLabelProfile, type PrinterProfile } from '#shared/printing/printer-profile.ts'
import { formOf } from '#shared/printing/printer-state.ts'
import type { BuiltPaper, PaperSource, PaperWish } from './paper-source.ts'
import type { PrintJobs } from './print-jobs.ts'
import type { Printers } from './printers.ts'
import { builtIn, type TemplateBook } from './templates/template-book.ts'

export interface WantedPaper {
  readonly kind: string
  readonly documentId: string
  readonly lineIds?: readonly string[] | undefined
  readonly printerId?: string | undefined
  readonly copies?: number | undefined
  readonly templateId?: string | undefined
  readonly codes?: readonly string[] | undefined
}

/** Who wants it, and the transaction it is wanted in. */
export type QueueContext = Pick<CommandContext, 'viewer' | 'now' | 'today' | 'newId' | 'read'>

export interface Papers {
  readonly sources: readonly PaperSource[]
  sourceOf(kind: string, viewer: Viewer): Result<PaperSource>
  build(source: PaperSource, wish: PaperWish, read: Services['read']): Result<readonly BuiltPaper[]>
  /** Papers as they come out now, each with the copy it would be (PR24, PR44). */
  asked(source: PaperSource, wish: AskedPaper, by: PaperReader): Result<readonly AskedFor[]>
}

export interface AskedPaper extends Omit<PaperWish, 'designFor'> {
  readonly templateId: string | undefined
}

type PaperReader = Pick<QueueContext, 'viewer' | 'read'>

export interface AskedFor extends BuiltPaper {
  readonly copy: number
  /** Fingerprint of what it says, apart from its look. */
  readonly content: string
}

/** The papers of all features, composed once. */
export function papers(
  sources: readonly PaperSource[],
  services: Services,
  book: TemplateBook,
  jobs: Pick<PrintJobs, 'knownPrints' | 'issued'>,
): Papers {
  const built = new Map(sources.map((source) => [source.kind, { source, build: source.compose(services) }]))
  const build: Papers['build'] = (source, wish, read) =>
    built.get(source.kind)?.build(wish, read) ?? refused('paper.unknown', { kind: source.kind })
  return {
    sources,
    sourceOf: (kind, viewer) => {
      const source = built.get(kind)?.source
      if (source === undefined) return refused('paper.unknown', { kind })
      return notAuthorised({ permission: source.needs }, viewer) ?? accepted(source)
    },
    build,
    asked: (source, { templateId, ...wish }, { viewer, read }) => {
      const { kind } = source
      const designFor = book.designFor(kind, templateId)
      if (!designFor.ok) return designFor
      // A fingerprint of what a paper says leaves out its look: only where one was given is there a second to build.
      let hasLook = false
      const lookedUp: PaperWish['designFor'] = (partyId) => {
        const design = designFor.value(partyId)
        hasLook ||= design !== null
        return design
      }
      const made = build(source, { ...wish, designFor: lookedUp }, read)
      if (!made.ok) return made
      const plain = hasLook ? build(source, { ...wish, designFor: builtIn }, read) : made
      if (!plain.ok) return plain
      const asked: AskedFor[] = []
      for (const [at, paper] of made.value.entries()) {
        if (paper.needs !== undefined && !may(viewer, paper.needs)) return notAllowed(viewer, paper.needs)
        const of = { kind, documentId: wish.documentId, lineId: paper.lineId }
        const copy = jobs.knownPrints(of) + 1
        const content = revisionOf(plain.value[at] ?? paper)
        // PR44: what was issued comes out again as it was, unless another look is asked for by name.
        const issued =
          copy > 1 && source.tagsCopies && templateId === undefined
            ? jobs.issued({ ...of, form: wish.form, content })
            : undefined
        asked.push({ ...paper, document: issued?.paper ?? paper.document, copy, content })
      }
      return accepted(asked)
    },
  }
}

/** What of a print job its batch says. */
export type BatchPart = Pick<PrintJob, 'batchId' | 'batchPlace' | 'portion'>

export interface PaperQueue {
  /**
   * Puts a paper in the queue of its printer; ids of print jobs that were there already come back as they are. `partOf`
   * gives each its place in the batch it is wanted in.
   */
  want(
    paper: WantedPaper,
    context: QueueContext,
    partOf?: (job: Pick<PrintJob, 'printerId' | 'tray' | 'form'>) => BatchPart,
  ): Result<string[]>
  /** The same paper once more, as the next copy: what a person answers about an unknown outcome. */
  again(job: PrintJob, printerId: string, context: QueueContext, part?: BatchPart): Result<string>
  /** What a print job becomes at another printer; the paper is laid out anew where the form is another. */
  atPrinter(
    job: PrintJob,
    printer: PrinterProfile,
    context: Pick<QueueContext, 'viewer' | 'today' | 'read'>,
  ): Result<PrintJob>
}

export function paperQueue(parts: {
  readonly services: Pick<Services, 'translate'>
  readonly jobs: PrintJobs
  readonly printers: Printers
  readonly papers: Papers
}): PaperQueue {
  const { services, jobs, printers, papers } = parts

  const mustPrinter = (id: string): Result<PrinterProfile> => {
    const printer = printers.byId(id)
    return printer === undefined ? refused('notFound.printer', { id }) : accepted(printer)
  }
  const copyTag = (language: string, copy: number, tagsCopies: boolean): string | null =>
    copy > 1 && tagsCopies ? services.translate(language, 'printing', 'copyTag', { copy }) : null

  const enqueue = (job: PrintJob, context: QueueContext): string => {
    // Two clicks, two windows or a lost answer: the very same paper at the same printer is one print job (P3).
    const known = jobs.twinOf(job, context.now) ?? jobs.byKey(job.key)
    if (known === undefined) {
      jobs.insert(job)
      return job.id
    }
    if (known.state === 'failed_before_send' || known.isHeld) requeue(jobs, known, context.now)
    return known.id
  }

  /** PR88: nobody is asked for a printer for a paper that the document does not have. */
  const withoutRoute = (source: PaperSource, wanted: WantedPaper, { read, today }: QueueContext): Result<never> => {
    const { kind, documentId, lineIds = null, codes = [] } = wanted
    const [form] = source.forms
    const wish = { documentId, lineIds, form, medium: null, codes, designFor: builtIn, today }
    const built = papers.build(source, wish, read)
    return !built.ok && isNoSuchPaper(built.refusal) ? built : refused('printRoute.missing', { documentKind: kind })
  }

  return {
    want: (wanted, context, partOf) => {
      const { viewer, now, today, newId } = context
      const source = papers.sourceOf(wanted.kind, viewer)
      if (!source.ok) return source
      const route = printers.routeOf(wanted.kind)
      const printerId = wanted.printerId ?? route?.printerId
      if (printerId === undefined) return withoutRoute(source.value, wanted, context)
      const printer = mustPrinter(printerId)
      if (!printer.ok) return printer
      const form = formOf(printer.value)
      if (!source.value.forms.includes(form)) {
        return refused('paper.wrongPrinter', { kind: wanted.kind, printer: printer.value.name })
      }
      const { documentId, kind } = wanted
      const wish = {
        documentId,
        lineIds: wanted.lineIds ?? null,
        form,
        medium: mediumOf(printer.value),
        codes: wanted.codes ?? [],
        templateId: wanted.templateId,
        today,
      }
      const built = papers.asked(source.value, wish, context)
      if (!built.ok) return built
      const ids = built.value.map((paper) => {
        const { copy, content } = paper
        const revision = revisionOf(paper)
        const job: PrintJob = {
          ...freshJob(newId(), now, viewer),
          key: keyOf({ kind, documentId, lineId: paper.lineId, revision, copy, printerId }),
          kind,
          form,
          title: paper.document.title,
          documentId,
          lineId: paper.lineId,
          revision,
          content,
          orderNumber: paper.orderNumber,
          partyName: paper.partyName,
          amount: paper.amount,
          needs: paper.needs ?? source.value.needs,
          language: paper.language,
          paper: paper.document,
          lastWords: lastWordsOf(paper.document),
          copy,
          copyTag: copyTag(paper.language, copy, source.value.tagsCopies),
          copies: wanted.copies ?? (printerId === route?.printerId ? route.copies : 1),
          tray: printerId === route?.printerId ? route.tray : null,
          ...placeOf(printer.value),
        }
        return enqueue(partOf === undefined ? job : { ...job, ...partOf(job) }, context)
      })
      return accepted(ids)
    },

    again: (job, printerId, context, part) => {
      const printer = mustPrinter(printerId)
      if (!printer.ok) return printer
      const moved = atPrinter(job, printer.value, context)
      if (!moved.ok) return moved
      const copy = Math.max(jobs.knownPrints(job), job.copy) + 1
      const tagged = copyTag(
        job.language,
        copy,
        papers.sources.find((each) => each.kind === job.kind)?.tagsCopies ?? true,
      )
      const made: PrintJob = {
        ...moved.value,
        ...freshJob(context.newId(), context.now, context.viewer),
        copy,
        copyTag: tagged,
        movedFrom: job.printerId === printerId ? null : job.printerName,
        ...part,
      }
      return accepted(enqueue({ ...made, key: keyOf(made) }, context))
    },

    atPrinter,
  }

  function atPrinter(
    job: PrintJob,
    printer: PrinterProfile,
    context: Pick<QueueContext, 'viewer' | 'today' | 'read'>,
  ): Result<PrintJob> {
    const form = formOf(printer)
    const place = placeOf(printer)
    if (form === job.form) {
      if (job.paper === null) return refused('printJob.forgotten')
      return accepted({ ...job, ...place, key: keyOf({ ...job, ...place }) })
    }
    const source = papers.sources.find((each) => each.kind === job.kind)
    if (source === undefined || !source.forms.includes(form)) {
      return refused('paper.wrongPrinter', { kind: job.kind, printer: printer.name })
    }
    const lineIds = job.lineId === null ? null : [job.lineId]
    const { documentId } = job
    const medium = mediumOf(printer)
    const wish = { documentId, lineIds, form, medium, codes: [], templateId: undefined, today: context.today }
    const built = papers.asked(source, wish, context)
    if (!built.ok) return built
    const paper = built.value.find((each) => each.lineId === job.lineId)
    if (paper === undefined) return refused('printJob.forgotten')
    const made = { form, title: paper.document.title, paper: paper.document, lastWords: lastWordsOf(paper.document) }
    const moved: PrintJob = { ...job, ...place, ...made, revision: revisionOf(paper), content: paper.content }
    return accepted({ ...moved, key: keyOf(moved) })
  }
}

/** A person said so: it goes to the end of no line, its time simply begins anew. */
export function requeue(jobs: PrintJobs, job: PrintJob, now: string): PrintJob {
  const patch = { isHeld: false, reason: null, detail: null, tries: 0, nextTryAt: null, queuedAt: now, endedAt: null }
  return jobs.change(job, job.state === 'failed_before_send' ? ['retry'] : [], patch, now)
}

function placeOf(printer: PrinterProfile): Pick<PrintJob, 'printerId' | 'printerName' | 'deviceKey'> {
  return { printerId: printer.id, printerName: printer.name, deviceKey: deviceKey(printer) }
}

export function mediumOf(printer: PrinterProfile): PaperWish['medium'] {
  return isLabelProfile(printer) ? printer.label : null
}

function revisionOf(paper: Pick<BuiltPaper, 'document'>): string {
  return digest(canonicalJson(paper.document)).slice(0, 32)
}

function keyOf(job: Pick<PrintJob, 'kind' | 'documentId' | 'lineId' | 'revision' | 'copy' | 'printerId'>): string {
  const documentId = [job.kind, job.documentId, job.lineId ?? ''].join(' ')
  return printJobKey({ documentId, revision: job.revision, copy: job.copy, printerId: job.printerId })
}

/** Everything about a new print job that has not happened yet. */
export function freshJob(id: string, now: string, viewer: Viewer) {
  return {
    id,
    state: 'queued',
    isHeld: false,
    reason: null,
    detail: null,
    tries: 0,
    nextTryAt: null,
    hasBytes: false,
    bytesSent: 0,
    bytesTotal: 0,
    warnings: [],
    movedFrom: null,
    wantedBy: viewer.userId ?? '',
    wantedByName: viewer.name,
    wantedByRole: viewer.role,
    wantedAt: now,
    queuedAt: now,
    sentAt: null,
    endedAt: null,
    isRecorded: true,
    batchId: null,
    batchPlace: null,
    portion: null,
    firstPage: null,
    pages: null,
    bytesName: null,
    seenBy: null,
    seenByName: null,
  } as const
}
