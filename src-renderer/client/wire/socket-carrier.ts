import { parseServerFrame } from '#shared/kernel/frames.ts'
import type { CarrierEnd, OpenCarrier } from './carrier.ts'
import { largestFrame, tooLarge } from './frame-size.ts'

/** Close codes of the host (src-main/headless/wire-socket.ts). */
const ends: Readonly<Record<number, CarrierEnd>> = { 4401: 'signedOut', 4400: 'misunderstood', 1009: 'misunderstood' }

export type MakeSocket = (url: string) => WebSocket

export function socketCarrier(url: string, make: MakeSocket = (to) => new WebSocket(to)): OpenCarrier {
  return (events) => {
    const socket = make(url)
    socket.addEventListener('open', () => events.onOpen())
    socket.addEventListener('message', ({ data }) => {
      const frame = typeof data === 'string' ? parseServerFrame(JSON.parse(data)) : null
      if (frame) events.onFrame(frame)
    })
    socket.addEventListener('close', ({ code }) => events.onEnd(ends[code] ?? 'lost'))
    return {
      send: (frame) => {
        const text = JSON.stringify(frame)
        if (text.length * 3 > largestFrame && new Blob([text]).size > largestFrame) events.onFrame(tooLarge(frame))
        else socket.send(text)
      },
      close: () => socket.close(),
    }
  }
}
