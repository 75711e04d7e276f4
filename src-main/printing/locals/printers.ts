import { defineLocal, type LocalDefinition, type Services } from '#main/platform/bus/module.ts'
import { accepted, type Result, refused } from '#shared/kernel/result.ts'
import { printingContract } from '#shared/printing/contract.ts'
import type { PrinterInput } from '#shared/printing/printer-input.ts'
import { checkPrinterTarget, deviceKey, type PrinterProfile } from '#shared/printing/printer-profile.ts'
import { findPrinters } from '../drivers/find-printers.ts'
import type { Printing } from '../printing.ts'

type PrintingFor = (services: Services) => Printing

function profileOf(id: string, input: PrinterInput, allowedPorts: readonly number[]): Result<PrinterProfile> {
  return checkPrinterTarget({ ...input, id }, allowedPorts)
}

const add = (printingFor: PrintingFor) =>
  defineLocal(printingContract['printer.add'], (services) => {
    const { printers, ports, watch, drawing } = printingFor(services)
    const last = services.local.read<{ position: number }>(
      'select coalesce(max(position), -1) + 1 as position from printers',
    )
    const insert = services.local.write(
      `insert into printers (id, name, profile, position, state, reason, is_paper_low, state_at, tested_at, marks)
       values (?, ?, ?, ?, 'unknown', null, 0, null, null, ?)`,
    )
    return ({ id = services.newId(), profile, position, marks = null }) => {
      if (printers.byId(id) !== undefined) return refused('printer.exists', { id })
      const made = profileOf(id, profile, ports.allowedPorts)
      if (!made.ok) return made
      const place = position ?? last.get()?.position ?? 0
      insert.run(id, profile.name, JSON.stringify(made.value), place, marks === null ? null : JSON.stringify(marks))
      services.announceLocal('printer')
      watch.look()
      void drawing.warm()
      return accepted({ id })
    }
  })

const change = (printingFor: PrintingFor) =>
  defineLocal(printingContract['printer.change'], (services) => {
    const { printers, jobs, ports, spool, watch } = printingFor(services)
    const keep = services.local.write(
      'update printers set name = ?, profile = ?, position = coalesce(?, position) where id = ?',
    )
    const place = services.local.write('update printers set position = ? where id = ?')
    return ({ id, profile, position }, { now }) => {
      const known = printers.byId(id)
      if (known === undefined) return refused('notFound.printer', { id })
      if (profile === undefined) {
        if (position !== undefined) place.run(position, id)
        services.announceLocal('printer')
        return accepted(null)
      }
      // What waits was laid out for this language, and a receipt must never reach another kind of device (P13).
      if (profile.language !== known.language) return refused('printer.languageLocked', { name: known.name })
      const made = profileOf(id, profile, ports.allowedPorts)
      if (!made.ok) return made
      services.local.transact(() => {
        keep.run(profile.name, JSON.stringify(made.value), position ?? null, id)
        for (const job of jobs.openOf(id)) {
          if (job.state !== 'queued' && job.state !== 'failed_before_send') continue
          const place = { printerName: profile.name, deviceKey: deviceKey(made.value) }
          // Its bytes were for the printer as it was; those of a test have no paper to be made from again.
          jobs.change(job, [], { ...place, hasBytes: job.hasBytes && job.paper === null, nextTryAt: null }, now)
        }
      })
      services.announceLocal('printer', 'print_job')
      watch.look()
      spool.nudge()
      return accepted(null)
    }
  })

/** The answer to "another printer answers here": a person has looked, and it is the right one (PR89). */
const accept = (printingFor: PrintingFor) =>
  defineLocal(printingContract['printer.accept'], (services) => {
    const { printers, watch } = printingFor(services)
    return ({ id }, { now }) => {
      const known = printers.byId(id)
      if (known === undefined) return refused('notFound.printer', { id })
      services.local.transact(() => {
        printers.forgetIdentity(known)
        printers.saw(id, 'unknown', null, now)
      })
      services.announceLocal('printer')
      watch.look()
      return accepted(null)
    }
  })

const remove = (printingFor: PrintingFor) =>
  defineLocal(printingContract['printer.remove'], (services) => {
    const { printers, jobs } = printingFor(services)
    const drop = services.local.write('delete from printers where id = ?')
    const dropRoutes = services.local.write('delete from print_routes where printer_id = ?')
    const dropFallbacks = services.local.write(
      'update print_routes set fallback_printer_id = null where fallback_printer_id = ?',
    )
    return ({ id }) => {
      const known = printers.byId(id)
      if (known === undefined) return refused('notFound.printer', { id })
      const open = jobs.openOf(id).length
      if (open > 0) return refused('printer.inUse', { name: known.name, count: open })
      services.local.transact(() => {
        drop.run(id)
        dropRoutes.run(id)
        dropFallbacks.run(id)
      })
      services.announceLocal('printer', 'print_route')
      return accepted(null)
    }
  })

const confirmTest = (printingFor: PrintingFor) =>
  defineLocal(printingContract['printer.confirmTest'], (services) => {
    const { printers } = printingFor(services)
    const keep = services.local.write('update printers set tested_at = ? where id = ?')
    return ({ id, cameOut }, { now }) => {
      if (printers.byId(id) === undefined) return refused('notFound.printer', { id })
      keep.run(cameOut ? now : null, id)
      services.announceLocal('printer')
      return accepted(null)
    }
  })

const find = (printingFor: PrintingFor) =>
  defineLocal(printingContract['printer.find'], (services) => {
    const { ports } = printingFor(services)
    return async () => accepted(await findPrinters(ports.run, ports.computer))
  })

export function printerLocals(printingFor: PrintingFor): readonly LocalDefinition[] {
  return [add, change, accept, remove, confirmTest, find].map((each) => each(printingFor))
}
