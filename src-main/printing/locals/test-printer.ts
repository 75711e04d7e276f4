import { defineLocal, type Services } from '#main/platform/bus/module.ts'
import { companyReader } from '#main/settings/index.ts'
import { businessDay, timeOfDay } from '#shared/kernel/dates.ts'
import { formatFor } from '#shared/kernel/format.ts'
import { isLanguage } from '#shared/kernel/language.ts'
import { accepted, type Result, refused } from '#shared/kernel/result.ts'
import { codePageCandidates } from '#shared/printing/code-page-candidates.ts'
import { printingContract } from '#shared/printing/contract.ts'
import type { PrintDocument } from '#shared/printing/print-document.ts'
import { isLabelProfile, type PrinterProfile } from '#shared/printing/printer-profile.ts'
import { darknessLabel, offsetLabel, rulerLabel } from '#shared/printing/set-up-labels.ts'
import { darknessLevels, type PrinterTestKind, setUpSteps } from '#shared/printing/set-up-steps.ts'
import { testPaper } from '#shared/printing/test-paper.ts'
import { calibrateLabels } from '../drivers/calibrate-labels.ts'
import { joinBytes } from '../drivers/encoded-print.ts'
import { queueWithDriver } from '../drivers/raw-queue.ts'
import type { Printing } from '../printing.ts'
import { testJob } from '../test-job.ts'
import { otherLanguageOf, spokenNames } from '../wrong-language.ts'

/** A test goes through the queue like every paper: it must not cut into one that is being printed. */
export const testPrinter = (printingFor: (services: Services) => Printing) =>
  defineLocal(printingContract['printer.test'], (services) => {
    const printing = printingFor(services)
    const { printers, jobs, bytes, spool, drawing, ports } = printing
    const company = companyReader(services.db)

    const facts = (printer: PrinterProfile, now: string) => {
      const shop = company()
      const language = shop !== undefined && isLanguage(shop.language) ? shop.language : 'en'
      const zone = shop?.timeZone ?? 'UTC'
      const when = `${formatFor(language).dateOnPaper(businessDay(now, zone))}, ${timeOfDay(now, zone)}`
      const say = (key: string, params?: Readonly<Record<string, string>>) =>
        services.translate(language, 'printing', key, params)
      return { printer, companyName: shop?.name ?? '', when, language, say }
    }

    /** Tests that are a paper like others. */
    const paperOf = (printer: PrinterProfile, what: PrinterTestKind, now: string): PrintDocument | null => {
      const { say, ...test } = facts(printer, now)
      if (what === 'page') return testPaper(test, say)
      if (!isLabelProfile(printer)) return null
      if (what === 'ruler') return rulerLabel(printer, test.language, say)
      return what === 'offset' ? offsetLabel(printer, test.language, say) : null
    }

    /** Tests of what only bytes can say: the pages of a printer, its sensor, its heat. */
    const rawOf = async (printer: PrinterProfile, what: PrinterTestKind, now: string): Promise<Result<Uint8Array>> => {
      if (printer.language === 'escpos') {
        // Tables of signs that the core does not need to start with.
        const strips = await import('../drivers/receipt-strips.ts')
        if (what === 'codePages') return accepted(strips.codePageStrip(codePageCandidates))
        return accepted(what === 'width' ? strips.widthStrip() : strips.cutStrip())
      }
      if (!isLabelProfile(printer) || printer.language === 'brother') {
        return refused('printer.noSuchTest', { name: printer.name })
      }
      if (what === 'calibrate') return accepted(calibrateLabels(printer))
      const { language, say } = facts(printer, now)
      const labels: Uint8Array[] = []
      for (const [index, darkness] of darknessLevels(printer).entries()) {
        const drawn = await drawing.draw(darknessLabel(printer, index + 1, language, say), { ...printer, darkness }, 1)
        if (!drawn.ok) return drawn
        labels.push(drawn.value.bytes)
      }
      return accepted(joinBytes(labels))
    }

    return async ({ id, what }, { viewer, now }) => {
      const printer = printers.byId(id)
      if (printer === undefined) return refused('notFound.printer', { id })
      const isOne = what === 'page' || setUpSteps(printer).includes(what)
      if (!isOne) return refused('printer.noSuchTest', { name: printer.name })
      const other = await otherLanguageOf(printer, printing)
      if (other !== null) {
        const [found, set] = [spokenNames[other], spokenNames[printer.language]]
        return refused('printer.speaksOther', { name: printer.name, found, set })
      }
      const paper = paperOf(printer, what, now)
      const raw = paper === null ? await rawOf(printer, what, now) : null
      if (raw !== null && !raw.ok) return raw
      const printJobId = services.newId()
      if (raw !== null) bytes.put(printJobId, raw.value)
      jobs.insert(testJob({ id: printJobId, printer, paper, bytesTotal: raw?.value.length ?? 0 }, viewer, now))
      services.announceLocal('print_job')
      spool.nudge()
      return accepted({
        printJobId,
        lines: what === 'codePages' ? [...codePageCandidates] : [],
        levels: what === 'darkness' && isLabelProfile(printer) ? [...darknessLevels(printer)] : [],
        queueWithDriver: await queueWithDriver(printer, ports.run, ports.computer.winspool),
      })
    }
  })
