/** What the preload script of a desktop window offers to its page, and nothing else. */
export interface DesktopBridge {
  /** Asks for a port to the core; it arrives as a window message `portMessage` with the port. */
  connect(): void
  /** `darwin`, `linux` or `win32`: which keys and words the page shows. */
  readonly platform: string
}

/** Name under which the page finds the bridge. */
export const bridgeName = 'counterproof'
export const portMessage = 'counterproof:port'

/** Last words of the main process on a port, since a page does not reliably hear that the other side was closed. */
export interface PortEnd {
  readonly end: 'signedOut' | 'misunderstood'
}
