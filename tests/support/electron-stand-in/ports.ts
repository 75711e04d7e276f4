import { EventEmitter } from 'node:events'

export type PortMessage =
  | { readonly is: 'data'; readonly port: string; readonly data: unknown }
  | { readonly is: 'close'; readonly port: string }

/** The main process's end of a port whose other end lives in the page. */
export class MessagePortMain extends EventEmitter {
  readonly #id: string
  readonly #send: (message: PortMessage) => void
  readonly #early: unknown[] = []
  #isStarted = false
  #isClosed = false

  constructor(id: string, send: (message: PortMessage) => void) {
    super()
    this.#id = id
    this.#send = send
  }
  start(): void {
    this.#isStarted = true
    for (const data of this.#early.splice(0)) this.emit('message', { data, ports: [] })
  }
  postMessage(data: unknown): void {
    if (!this.#isClosed) this.#send({ is: 'data', port: this.#id, data })
  }
  close(): void {
    this.#send({ is: 'close', port: this.#id })
    this.hearClose()
  }
  hear(data: unknown): void {
    if (this.#isStarted) this.emit('message', { data, ports: [] })
    else this.#early.push(data)
  }
  hearClose(): void {
    if (this.#isClosed) return
    this.#isClosed = true
    this.emit('close')
  }
}
