import type { Carrier, OpenCarrier } from './carrier.ts'

/** After so many refused sockets on a host that answers plain HTTP, something between them does not let sockets through. */
const refusalsToBelieve = 2

/**
 * WebSocket where it works, plain HTTP where it does not. A browser does not say why a socket did not open; the host says
 * it over HTTP: not signed in, not there, or fine.
 */
export function webCarrier(socket: OpenCarrier, http: OpenCarrier): OpenCarrier {
  let refusals = 0
  return (events) => {
    if (refusals >= refusalsToBelieve) return http(events)
    let isOpen = false
    let isLeft = false
    let current: Carrier = socket({
      onOpen: () => {
        isOpen = true
        refusals = 0
        events.onOpen()
      },
      onFrame: events.onFrame,
      onEnd: (why) => {
        if (isOpen || isLeft || why !== 'lost') return events.onEnd(why)
        current = http({
          onOpen: () => {
            refusals += 1
            if (refusals >= refusalsToBelieve) events.onOpen()
            else current.close()
          },
          onFrame: events.onFrame,
          onEnd: events.onEnd,
        })
      },
    })
    return {
      send: (frame) => current.send(frame),
      close: () => {
        isLeft = true
        current.close()
      },
    }
  }
}
