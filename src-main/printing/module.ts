import type { FeatureModule } from '#main/platform/bus/module.ts'
import { instantOf } from '#main/platform/clock/clock.ts'
import { printingChores } from './chores.ts'
import { answerPrintJob } from './commands/answer-print-job.ts'
import { makePrintBatch } from './commands/make-print-batch.ts'
import { printPapers } from './commands/print-papers.ts'
import { recordDrawer } from './commands/record-drawer.ts'
import { recordPrintOutcome } from './commands/record-print-outcome.ts'
import type { DrawerOccasion } from './drawer.ts'
import { drawerReaction } from './drawer-reaction.ts'
import { systemPorts } from './drivers/system-ports.ts'
import { forgetOldPapers } from './forget-old-papers.ts'
import { openDrawer } from './locals/open-drawer.ts'
import { previewLocals } from './locals/preview-paper.ts'
import { printBatchLocals } from './locals/print-batches.ts'
import { printJobLocals } from './locals/print-jobs.ts'
import { putPrintRoute } from './locals/print-routes.ts'
import { printerLocals } from './locals/printers.ts'
import { networkLocals } from './locals/search-network.ts'
import { testPrinter } from './locals/test-printer.ts'
import type { PaperSource } from './paper-source.ts'
import { removeStrayBytes } from './print-bytes-of.ts'
import { printingOf } from './printing.ts'
import { drawerOpeningProjection, printOutcomeProjection, printTemplateProjection } from './projection.ts'
import { getPrintBatch, listBatchPapers } from './queries/get-print-batch.ts'
import { listDrawerOpenings } from './queries/list-drawer-openings.ts'
import { countPrintJobs, listPrintJobs } from './queries/list-print-jobs.ts'
import { listPrintJournal } from './queries/list-print-journal.ts'
import { listPrintOutcomes } from './queries/list-print-outcomes.ts'
import { listPrintRoutes } from './queries/list-print-routes.ts'
import { listPrinters } from './queries/list-printers.ts'
import type { SpoolPorts } from './spool-ports.ts'
import { addTemplate } from './templates/commands/add-template.ts'
import { archiveTemplate } from './templates/commands/archive-template.ts'
import { assignTemplate } from './templates/commands/assign-template.ts'
import { changeTemplate } from './templates/commands/change-template.ts'
import { makeStandard } from './templates/commands/make-standard.ts'
import { templateLocals } from './templates/locals/preview-template.ts'
import { getTemplate, listTemplates, templateKinds } from './templates/queries/template-queries.ts'
import { templateVersions } from './templates/queries/template-versions.ts'

export type { DrawerOccasion } from './drawer.ts'
export { systemPorts } from './drivers/system-ports.ts'
export type { PagePrinted, PagePrinter, WindowsPage } from './drivers/windows/windows-pages.ts'
export type { PaperSource } from './paper-source.ts'
export type { SpoolPorts } from './spool-ports.ts'

/** Printing with the papers of the later features, which it does not know, and the printers of this computer. */
export function printingModule(
  papers: readonly PaperSource[],
  makePorts: () => SpoolPorts = systemPorts,
  drawerOccasions: readonly DrawerOccasion[] = [],
): FeatureModule {
  const printingFor = printingOf(papers, makePorts)
  return {
    name: 'printing',
    projections: [printOutcomeProjection, drawerOpeningProjection, printTemplateProjection],
    reactions: drawerOccasions.map((occasion) => drawerReaction(occasion, printingFor)),
    commands: [
      printPapers(printingFor),
      makePrintBatch(printingFor),
      answerPrintJob(printingFor),
      recordPrintOutcome(printingFor),
      recordDrawer(printingFor),
      addTemplate(papers),
      changeTemplate(papers),
      makeStandard,
      assignTemplate,
      archiveTemplate,
    ],
    queries: [
      listPrinters,
      listPrintRoutes(papers),
      listPrintJobs,
      listPrintJournal,
      countPrintJobs,
      getPrintBatch,
      listBatchPapers,
      listPrintOutcomes,
      listDrawerOpenings,
      templateKinds(papers),
      listTemplates,
      getTemplate,
      templateVersions,
    ],
    locals: [
      ...printerLocals(printingFor),
      ...networkLocals(printingFor),
      testPrinter(printingFor),
      putPrintRoute(printingFor),
      ...previewLocals(printingFor),
      ...printJobLocals(printingFor),
      ...printBatchLocals(printingFor),
      openDrawer(printingFor),
      ...templateLocals(printingFor),
    ],
    localTables: ['printers', 'print_routes', 'print_jobs', 'print_journal', 'print_batches', 'drawer_pulses'],
    chores: printingChores(),
    start: (services) => {
      const printing = printingFor(services)
      const { spool, layout, moves, drawer, watch, printers, drawing, ports } = printing
      printers.forgetStates()
      forgetOldPapers(printing, instantOf(services.clock))
      removeStrayBytes({ ...printing, log: services.log })
      spool.start()
      moves.start()
      layout.start()
      drawer.start()
      watch.start()
      // Fonts are parsed while nobody waits for them, where there is a printer to wait for.
      const calledOff =
        printers.all().length === 0
          ? () => undefined
          : ports.after(1000, () => {
              drawing.warm().catch((error: unknown) => services.log.problem('print.notWarm', { error }))
            })
      return async () => {
        calledOff()
        watch.close()
        layout.close()
        moves.close()
        await spool.close()
      }
    },
  }
}
