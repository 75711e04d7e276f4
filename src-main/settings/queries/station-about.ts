import { defineQuery } from '#main/platform/bus/module.ts'
import { checkChain } from '#main/platform/changes/chain-check.ts'
import { accepted } from '#shared/kernel/result.ts'
import { settingsContract } from '#shared/settings/contract.ts'

/** Walks the whole chain when somebody asks (W5); a long read, beside the core. */
export const stationAbout = defineQuery(settingsContract['station.about'], ({ db, station }) => {
  const last = db.read<{ changes: number | null }>('select max(sseq) as changes from changes where station = ?')
  return () => {
    const verdict = checkChain(db, station.id)
    return accepted({
      code: station.code,
      changes: last.get(station.id)?.changes ?? 0,
      chain: verdict.whole ? { state: 'whole' as const } : { state: 'broken' as const, at: verdict.sseq },
    })
  }
})
