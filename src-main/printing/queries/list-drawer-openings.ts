import type { z } from 'zod'
import { defineQuery } from '#main/platform/bus/module.ts'
import { accepted } from '#shared/kernel/result.ts'
import { drawerContract } from '#shared/printing/drawer-contract.ts'

type Shown = z.output<(typeof drawerContract)['drawer.openings']['output']>['openings'][number]

export const listDrawerOpenings = defineQuery(drawerContract['drawer.openings'], ({ db }) => {
  const ofDay = db.read<Shown>(
    `select id, cause, reason, document_id as documentId, printer_name as printerName, station_code as stationCode,
       result, failure, at, by_name as byName
     from drawer_openings where opened_on = ? order by at desc, id desc limit 500`,
  )
  const drawers = db.read<{ count: number }>(
    `select count(*) as count from printers where json_extract(profile, '$.drawer') is not null`,
  )
  return ({ on }, { today }) =>
    accepted({ hasDrawer: (drawers.get()?.count ?? 0) > 0, openings: ofDay.all(on ?? today) })
})
