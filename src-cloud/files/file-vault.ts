/** A file of one organisation, by the SHA-256 of its bytes. Whatever else is in a vault, two organisations share nothing. */
export interface FileKey {
  readonly org: string
  readonly hash: string
}

/** From `start` up to and with `end`, counted from 0. */
export interface ByteRange {
  readonly start: number
  readonly end: number
}

/**
 * Where the bytes of files lie: a folder or an S3-compatible store. It takes a file in pieces of one size, keeps no account of
 * them (`progress` is handed back to it each time) and does not know whether the whole is what it should be.
 */
export interface FileVault {
  begin(key: FileKey): Promise<string>
  /** The piece at this offset, again if need be; returns the progress from now on. */
  piece(key: FileKey, progress: string, offset: number, bytes: Uint8Array): Promise<string>
  /** Puts the pieces together. Asked again, it does nothing more. */
  complete(key: FileKey, progress: string): Promise<void>
  /** Of a file that was completed. */
  read(key: FileKey, range: ByteRange): Promise<ReadableStream<Uint8Array>>
  /** Whatever there is of it. */
  discard(key: FileKey, progress: string): Promise<void>
}

/** Every piece but the last: the smallest part that S3 takes. */
export const pieceBytes = 5 * 1024 * 1024
