/** A picture in the file store, by the SHA-256 of its bytes. */
export interface PictureRef {
  readonly hash: string
  /** Read aloud, and printed in place of a picture that is not on this station. */
  readonly description: string
}

/** Bytes of the pictures that documents refer to, fetched by the caller before drawing. */
export type Pictures = ReadonlyMap<string, Uint8Array>
