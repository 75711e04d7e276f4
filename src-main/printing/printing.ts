import type { Services } from '#main/platform/bus/module.ts'
import { BatchLayout } from './batch-layout.ts'
import { BatchMoves } from './batch-moves.ts'
import { type Devices, devices } from './devices.ts'
import { Drawer } from './drawer.ts'
import { type Drawing, drawing } from './drawing.ts'
import { openPrintBytes, type PrintBytes } from './drivers/print-bytes.ts'
import { type PaperQueue, type Papers, paperQueue, papers } from './paper-queue.ts'
import type { PaperSource } from './paper-source.ts'
import { type PrintBatches, printBatches } from './print-batches.ts'
import { type PrintJobs, printJobs } from './print-jobs.ts'
import { PrinterWatch } from './printer-watch.ts'
import { type Printers, printers } from './printers.ts'
import { Spool } from './spool.ts'
import type { SpoolPorts } from './spool-ports.ts'
import { type TemplateBook, templateBook } from './templates/template-book.ts'

/** Printing as one app has it: commands, local actions and the spool share it. */
export interface Printing {
  readonly ports: SpoolPorts
  readonly jobs: PrintJobs
  readonly batches: PrintBatches
  readonly layout: BatchLayout
  readonly moves: BatchMoves
  readonly printers: Printers
  readonly papers: Papers
  readonly templates: TemplateBook
  readonly queue: PaperQueue
  readonly devices: Devices
  readonly drawing: Drawing
  readonly drawer: Drawer
  readonly bytes: PrintBytes
  readonly spool: Spool
  readonly watch: PrinterWatch
}

/** Composes it once for each app, whichever of its parts is composed first. */
export function printingOf(
  sources: readonly PaperSource[],
  makePorts: () => SpoolPorts,
): (services: Services) => Printing {
  const composed = new WeakMap<Services, Printing>()
  return (services) => {
    const known = composed.get(services)
    if (known !== undefined) return known
    const ports = makePorts()
    const shared = {
      services,
      ports,
      jobs: printJobs(services),
      batches: printBatches(services),
      printers: printers(services),
      devices: devices(ports),
      drawing: drawing(services),
      bytes: openPrintBytes(`${services.dataFolder}/print-bytes`),
    }
    const templates = templateBook(services.db)
    const kinds = papers(sources, services, templates, shared.jobs)
    const spool = new Spool(shared)
    const queue = paperQueue({ ...shared, papers: kinds })
    const printing: Printing = {
      ...shared,
      papers: kinds,
      templates,
      queue,
      drawer: new Drawer(shared),
      layout: new BatchLayout({ ...shared, queue, spool }),
      moves: new BatchMoves({ ...shared, queue, spool }),
      spool,
      watch: new PrinterWatch({ ...shared, spool }),
    }
    composed.set(services, printing)
    return printing
  }
}
