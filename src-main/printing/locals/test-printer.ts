import { defineLocal, type Services } from '#main/platform/bus/module.ts'
import { companyReader } from '#main/settings/index.ts'
import { businessDay, timeOfDay } from '#shared/kernel/dates.ts'
import { formatFor } from '#shared/kernel/format.ts'
import { isLanguage } from '#shared/kernel/language.ts'
import { accepted, refused } from '#shared/kernel/result.ts'
import { codePageCandidates } from '#shared/printing/code-page-candidates.ts'
import { printingContract } from '#shared/printing/contract.ts'
import type { PrintDocument } from '#shared/printing/print-document.ts'
import type { PrinterProfile } from '#shared/printing/printer-profile.ts'
import { testPaper } from '#shared/printing/test-paper.ts'
import { queueWithDriver } from '../drivers/raw-queue.ts'
import { calibrateLabels, rulerLabel } from '../drivers/zpl-setup.ts'
import type { Printing } from '../printing.ts'
import { testJob } from '../test-job.ts'

/** A test goes through the queue like every paper: it must not cut into one that is being printed. */
export const testPrinter = (printingFor: (services: Services) => Printing) =>
  defineLocal(printingContract['printer.test'], (services) => {
    const { printers, jobs, bytes, spool, ports } = printingFor(services)
    const company = companyReader(services.db)

    const rawOf = async (printer: PrinterProfile, what: string): Promise<Uint8Array | undefined> => {
      if (what === 'codePages' && printer.language === 'escpos') {
        // Tables of signs that the core does not need to start with.
        const { codePageStrip } = await import('../drivers/code-page-strip.ts')
        return codePageStrip(codePageCandidates)
      }
      if (printer.language !== 'zpl') return undefined
      return what === 'ruler' ? rulerLabel(printer) : what === 'calibrate' ? calibrateLabels(printer) : undefined
    }
    const paperOf = (printer: PrinterProfile, now: string): PrintDocument => {
      const shop = company()
      const language = shop !== undefined && isLanguage(shop.language) ? shop.language : 'en'
      const zone = shop?.timeZone ?? 'UTC'
      const when = `${formatFor(language).dateOnPaper(businessDay(now, zone))}, ${timeOfDay(now, zone)}`
      const say = (key: string, params?: Readonly<Record<string, string>>) =>
        services.translate(language, 'printing', key, params)
      return testPaper({ printer, companyName: shop?.name ?? '', when, language }, say)
    }
    return async ({ id, what }, { viewer, now }) => {
      const printer = printers.byId(id)
      if (printer === undefined) return refused('notFound.printer', { id })
      const raw = await rawOf(printer, what)
      if (what !== 'page' && raw === undefined) return refused('printer.noSuchTest', { name: printer.name })
      const printJobId = services.newId()
      if (raw !== undefined) bytes.put(printJobId, raw)
      const paper = raw === undefined ? paperOf(printer, now) : null
      jobs.insert(testJob({ id: printJobId, printer, paper, bytesTotal: raw?.length ?? 0 }, viewer, now))
      services.announceLocal('print_job')
      spool.nudge()
      const driver = await queueWithDriver(printer, ports.run, ports.computer.winspool)
      const lines = what === 'codePages' ? [...codePageCandidates] : []
      return accepted({ printJobId, lines, queueWithDriver: driver })
    }
  })
