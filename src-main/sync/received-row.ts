import { sha256 } from '#main/platform/changes/change-log.ts'
import type { ReceivedRow } from '#main/platform/changes/replica.ts'
import { canonicalJson, type Json } from '#shared/kernel/canonical-json.ts'
import { parseStrictJson } from '#shared/kernel/strict-json.ts'
import { type FeedRow, strangeMembers, wireChangeForm } from '#shared/sync/wire.ts'

/** A row of the feed as it is applied: a change that this version cannot read is kept as it came (SPEC Y7). */
export function receivedRow(row: FeedRow): ReceivedRow {
  const { seq, sseq, hlcEff, verdict, code, detail } = row
  const answered = { seq, sseq, hlcEff, verdict, code, detail }
  if ('own' in row) return answered
  const raw = () => canonicalJson(row.change as Json)
  const parsed = wireChangeForm.safeParse(row.change)
  const isReadable = parsed.success && isFieldsText(parsed.data.payload)
  return {
    ...answered,
    foreign: {
      station: row.station,
      stationCode: row.stationCode,
      change: isReadable ? parsed.data : null,
      strange: isReadable ? strangeMembers(parsed.data) : undefined,
      raw,
      hash: parsed.success ? parsed.data.hash : hashSaidIn(raw()),
    },
  }
}

function hashSaidIn(raw: string): string {
  return /"hash":"([0-9a-f]{64})"/.exec(raw)?.[1] ?? sha256(raw).toString('hex')
}

function isFieldsText(text: string): boolean {
  const parsed = parseStrictJson(text)
  return (
    parsed.ok &&
    typeof parsed.value === 'object' &&
    parsed.value !== null &&
    Object.values(parsed.value).every((pair) => Array.isArray(pair) && pair.length === 2)
  )
}
