import type { ScannedPlace } from '#renderer/client/scan-pattern.ts'

interface Pattern<Tools> {
  readonly matches: (code: string) => boolean
  readonly find: (code: string, tools: Tools) => Promise<ScannedPlace | null>
}

/** The first pattern that finds something behind the code; null: nobody here knows it, and nobody guesses. */
export async function placeOfScan<Tools>(
  code: string,
  patterns: readonly Pattern<Tools>[],
  tools: Tools,
): Promise<string | null> {
  for (const pattern of patterns) {
    const place = pattern.matches(code) ? await pattern.find(code, tools) : null
    if (place !== null) return place.to
  }
  return null
}

/** A scan that led somewhere; `at` in milliseconds of any steady clock. */
export interface TakenScan {
  readonly place: string
  readonly at: number
}

const AGAIN_MS = 2000

/** The same ticket read twice in a row is one scan: it is heard, and changes nothing (reliability c 28). */
export function isAgain(before: TakenScan | null, now: TakenScan): boolean {
  return before !== null && before.place === now.place && now.at - before.at < AGAIN_MS
}
