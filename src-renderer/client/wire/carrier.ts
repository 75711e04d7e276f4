import type { ClientFrame, ServerFrame } from '#shared/kernel/contract.ts'

/**
 * Why a carrier ended. `lost`: try again. `signedOut`: the station does not know this session, so that trying again is
 * useless. `misunderstood`: what was sent could not be read; sending the same again would end the same way.
 */
export type CarrierEnd = 'lost' | 'signedOut' | 'misunderstood'

export interface CarrierEvents {
  onOpen(): void
  onFrame(frame: ServerFrame): void
  /** Once, and nothing after it. */
  onEnd(why: CarrierEnd): void
}

/** One connection to the core: a window port, a WebSocket or plain HTTP. */
export interface Carrier {
  send(frame: ClientFrame): void
  close(): void
}

export type OpenCarrier = (events: CarrierEvents) => Carrier
