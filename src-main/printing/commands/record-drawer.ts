import { defineCommand, type Services } from '#main/platform/bus/module.ts'
import { companyReader } from '#main/settings/index.ts'
import { businessDay } from '#shared/kernel/dates.ts'
import { accepted, refused } from '#shared/kernel/result.ts'
import { drawerContract } from '#shared/printing/drawer-contract.ts'
import { drawerOpeningEntity } from '#shared/printing/replication.ts'
import type { Printing } from '../printing.ts'

/** It says what the log of this station says and nothing else, so whoever calls it cannot make up an opening. */
export const recordDrawer = (printingFor: (services: Services) => Printing) =>
  defineCommand(drawerContract['drawer.record'], (services) => {
    const { drawer } = printingFor(services)
    const company = companyReader(services.db)
    return ({ id }, { tx, announceLocal }) => {
      const pulse = drawer.byId(id)
      if (pulse === undefined) return refused('notFound.drawerPulse', { id })
      const { cause, reason, documentId, printerName, result, failure, at, by, byName } = pulse
      if (result === null) return refused('drawer.notEnded')
      tx.post(drawerOpeningEntity, id, {
        cause,
        reason,
        documentId,
        printerName,
        stationCode: services.station.code,
        result,
        failure,
        at,
        openedOn: businessDay(at, company()?.timeZone ?? 'UTC'),
        by,
        byName,
      })
      drawer.markRecorded(id)
      announceLocal('drawer_opening')
      return accepted(null)
    }
  })
