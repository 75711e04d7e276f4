import { uuidOfHash } from '../ids.ts'

/** SHA-256 of a text in UTF-8, as lower-case hex; each program brings its own. */
export type Sha256 = (text: string) => string

/** Follows from whose change it is, its counter and its command, so that it need not travel (SPEC Y45). */
export function changeId(sha256: Sha256, station: string, sseq: number, commandId: string): string {
  return uuidOfHash(sha256(`change\n${station}\n${sseq}\n${commandId}`))
}
