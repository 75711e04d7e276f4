// What a shell (window, headless host) knows of the program: the core behind a worker thread (write-path W11).
// Shells relay frames and serve files; they decide nothing.
import type { SecretBox } from '#main/platform/secrets/secret-box.ts'
import type { ClientFrame, ServerFrame } from '#shared/kernel/contract.ts'

export interface Core {
  /** Kind of shop in this data folder. */
  readonly state: () => Promise<{ isSetUp: boolean; stationName: string }>
  /** A one-time code that signs one browser in (5 min, single use). */
  issueEntryCode(): Promise<string>
  /** Code -> session token (null: unknown, used or expired). */
  redeemEntryCode(code: string): Promise<string | null>
  /** A bearer token for this run: administrator on a demo shop, set-up rights on empty data. */
  issueRunToken(): Promise<string>
  /** Session for a desktop window. */
  openWindowSession(): Promise<string>
  /** A live connection for a session token: frames in, frames and announcements out. null: no such session. */
  connect(token: string, deliver: (frame: ServerFrame) => void): Promise<CoreConnection | null>
  /** Path on disk and media type of a stored file for a session allowed to see it; null if unknown. */
  locateFile(token: string, hash: string): Promise<StoredFile | null>
  close(): Promise<void>
}

/** A file of the store by its hash: artwork, thumbnails, PDFs of issued papers. */
export interface StoredFile {
  readonly path: string
  readonly mediaType: string
  readonly size: number
}

export interface CoreConnection {
  send(frame: ClientFrame): void
  close(): void
}

export interface CoreOptions {
  readonly dataFolder: string
  readonly demo: boolean
  readonly workerUrl: URL
  readonly version: string
  readonly log: (line: string) => void
  /** Where the shell can ask a keychain; without it a key file keeps the secrets. */
  readonly secretBox?: SecretBox
}

export type StartCore = (options: CoreOptions) => Promise<Core>
