import type { FoundPrinter } from '#shared/printing/found-printer.ts'
import { dnsQuestion, readDnsAnswer, recordTypes } from './dns-message.ts'
import { FoundPrinters, printerServices } from './found-printers.ts'

/** A line to everyone in the network at once. */
export interface Multicast {
  send(message: Uint8Array): void
  close(): void
}

/** Opens it; `onMessage` gets whatever is answered. */
export type OpenMulticast = (onMessage: (message: Uint8Array) => void) => Promise<Multicast>

export interface NetworkSearchPorts {
  readonly openMulticast: OpenMulticast
  /** When it asks, in milliseconds from the beginning; the last number is the end. */
  readonly rounds: readonly number[]
}

/** Packets gone on the way are asked for again; whoever has not answered by then is off. */
export const searchRounds: readonly number[] = [0, 250, 900, 2500]

const mostAsked = 20

/**
 * Asks the network for printers, for a moment and only because a person wants it (PR63). Nothing is announced, nothing
 * listens afterwards.
 */
export async function searchNetwork({ openMulticast, rounds }: NetworkSearchPorts): Promise<FoundPrinter[]> {
  const found = new FoundPrinters()
  const line = await openMulticast((message) => {
    const records = readDnsAnswer(message)
    if (records !== null) found.add(records)
  })
  try {
    let before = 0
    for (const [round, at] of rounds.entries()) {
      await new Promise((resolve) => setTimeout(resolve, at - before))
      before = at
      if (round === rounds.length - 1) break
      line.send(dnsQuestion(Object.keys(printerServices), recordTypes.ptr))
      const { services, hosts } = found.missing
      for (const name of services.slice(0, mostAsked)) {
        line.send(dnsQuestion([name], recordTypes.srv))
        line.send(dnsQuestion([name], recordTypes.txt))
      }
      for (const host of hosts.slice(0, mostAsked)) line.send(dnsQuestion([host], recordTypes.a))
    }
  } finally {
    line.close()
  }
  return found.printers()
}
