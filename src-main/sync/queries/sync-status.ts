import { defineQuery } from '#main/platform/bus/module.ts'
import { bootstrapPlaceFact, bootstrapPlaceForm, progressOf } from '#main/platform/changes/bootstrap-place.ts'
import { secretsAwaited } from '#main/platform/secrets/secret-source.ts'
import { accepted } from '#shared/kernel/result.ts'
import {
  archiveHoldForm,
  begunAgainForm,
  documentsCheckedForm,
  logMendedForm,
  syncContract,
  syncStateForm,
} from '#shared/sync/contract.ts'
import type { DocumentsChecked, SyncState } from '#shared/sync/sync-state.ts'
import { holdFact } from '../archive-brake.ts'
import { begunAgainFact } from '../bootstrap-round.ts'
import { checkedFact, logMendedFact } from '../document-check.ts'

const alone: SyncState = { is: 'alone' }

export const syncStatus = defineQuery(syncContract['sync.status'], ({ db, station }) => {
  const fact = db.read<{ value: string }>('select value from station_facts where name = ?')
  const last = db.read<{ sseq: number }>('select sseq from changes where station = ? order by sseq desc limit 1')
  return () => {
    const cloudUrl = fact.get('cloud_url')?.value ?? null
    const kept = fact.get('sync_state')?.value
    const written = last.get(station.id)?.sseq ?? 0
    const acknowledged = Number(fact.get('sync_acknowledged')?.value ?? 0)
    const state = cloudUrl === null || kept === undefined ? alone : syncStateForm.parse(JSON.parse(kept))
    const found = fact.get(checkedFact)?.value
    const checked = cloudUrl === null || found === undefined ? null : documentsCheckedForm.parse(JSON.parse(found))
    const hold = fact.get(holdFact)?.value
    const held = cloudUrl === null || hold === undefined ? null : archiveHoldForm.parse(JSON.parse(hold))
    const mended = fact.get(logMendedFact)?.value
    const begun = fact.get(begunAgainFact)?.value
    return accepted({
      state:
        state.is === 'inStep' && held !== null ? { is: 'held', since: held.since } : withDifference(state, checked),
      checked,
      held,
      waiting: cloudUrl === null ? 0 : written - acknowledged,
      fetched: fetchedIn(fact.get(bootstrapPlaceFact)?.value),
      cloudUrl,
      begunAgain: begun === undefined ? null : begunAgainForm.parse(JSON.parse(begun)),
      logMended: mended === undefined ? null : logMendedForm.parse(JSON.parse(mended)),
      clockAhead: Number(fact.get('sync_clock_ahead')?.value ?? 0),
    })
  }
})

/** A line that stands and documents that differ: the second is what people must know. */
function withDifference(state: SyncState, checked: DocumentsChecked | null): SyncState {
  if (state.is !== 'inStep' || checked === null || checked.differing === 0) return state
  return { is: 'differs', since: checked.at, documents: checked.differing }
}

/** How far a snapshot is; queries read what the station keeps, wherever they run. */
function fetchedIn(kept: string | undefined): { readonly done: number; readonly total: number } | null {
  return kept === undefined ? null : progressOf(bootstrapPlaceForm.parse(JSON.parse(kept)))
}

/** Names nothing of the shop: nobody has proved who they are yet. */
export const syncJoining = defineQuery(syncContract['sync.joining'], ({ db }) => {
  const fact = db.read<{ value: string }>('select value from station_facts where name = ?')
  return () => {
    const kept = fact.get('sync_state')?.value
    const applied = Number(fact.get('sync_cursor')?.value ?? 0)
    return accepted({
      state: fact.get('cloud_url') === undefined || kept === undefined ? alone : syncStateForm.parse(JSON.parse(kept)),
      applied,
      head: Math.max(applied, Number(fact.get('sync_head')?.value ?? 0)),
      awaitsSecrets: fact.get(secretsAwaited) !== undefined,
      fetched: fetchedIn(fact.get(bootstrapPlaceFact)?.value),
    })
  }
})
