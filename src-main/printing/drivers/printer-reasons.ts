import type { SendReason } from '#shared/printing/print-outcome.ts'

/** Words of IPP for what a person must do something about, whether they end in -error, -warning or -report. */
const reasons: readonly (readonly [RegExp, SendReason])[] = [
  [/media-(?:empty|needed)/u, 'paperOut'],
  [/(?:cover|door|interlock)-open/u, 'coverOpen'],
  [/media-jam|toner-empty|marker-supply-empty|fuser|spool-area-full/u, 'printerError'],
  [/offline|shutdown|connecting-to-device|timed-out/u, 'offline'],
  [/paused|moving-to-paused/u, 'paused'],
]

/** The most telling of what a printer or its spooler says of its state; null: nothing that keeps it from printing. */
export function reasonIn(words: string): SendReason | null {
  return reasons.find(([pattern]) => pattern.test(words))?.[1] ?? null
}
