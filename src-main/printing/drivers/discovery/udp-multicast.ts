import { createSocket, type Socket } from 'node:dgram'
import { networkInterfaces } from 'node:os'
import type { Multicast, OpenMulticast } from './network-search.ts'

export interface MulticastAddress {
  readonly host: string
  readonly port: number
}

/** Where every device with a name in the local network listens. */
export const dnsGroup: MulticastAddress = { host: '224.0.0.251', port: 5353 }

/**
 * A socket of its own on every network of this computer. It has a port of its own, not that of the service, so answers
 * come to us alone and the computer's own service is not disturbed.
 */
export function udpMulticast(target: MulticastAddress, from: () => readonly string[] = ownAddresses): OpenMulticast {
  return async (onMessage) => {
    const opened = await Promise.all(from().map((address) => openSocket(address, target, onMessage)))
    const sockets = opened.filter((socket) => socket !== null)
    const line: Multicast = {
      send: (message) => {
        // A network that is just going down takes no packet; the others do.
        for (const socket of sockets) socket.send(message, target.port, target.host, () => undefined)
      },
      close: () => {
        for (const socket of sockets) socket.close()
      },
    }
    return line
  }
}

function openSocket(
  address: string,
  target: MulticastAddress,
  onMessage: (message: Uint8Array) => void,
): Promise<Socket | null> {
  return new Promise((resolve) => {
    const socket = createSocket('udp4')
    socket.once('error', () => {
      socket.close()
      resolve(null)
    })
    socket.on('message', (message, { port }) => {
      // Devices answer from the port they listen at; anything else is not an answer to us.
      if (port === target.port) onMessage(message)
    })
    socket.bind(0, address, () => {
      socket.removeAllListeners('error')
      socket.on('error', () => undefined)
      const isGroup = Number(target.host.split('.')[0]) >= 224
      if (isGroup) socket.setMulticastInterface(address)
      resolve(socket)
    })
  })
}

/** Addresses of this computer in its networks. */
function ownAddresses(): string[] {
  return Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter(({ family, internal }) => family === 'IPv4' && !internal)
    .map(({ address }) => address)
}
