/**
 * Port: keeps secrets of this computer unreadable in the data folder. The desktop shell asks the operating system; the
 * headless host has a key file. Neither protects from another program of the same person, and the screens say so.
 */
export interface SecretBox {
  /** How well: a key of the system's keychain, or one that merely lies elsewhere. */
  strength(): Promise<'keychain' | 'file' | 'none'>
  seal(text: string): Promise<Uint8Array>
  /** `isStale`: sealed under an older key; seal it again and keep that. Throws `BoxClosed` where it does not open here. */
  open(sealed: Uint8Array): Promise<{ readonly text: string; readonly isStale: boolean }>
}

/** What is inside was sealed elsewhere: on another computer, for another person, or by a keychain this host cannot ask. */
export class BoxClosed extends Error {}
