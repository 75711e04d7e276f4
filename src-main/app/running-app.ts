import type { ServerFrame } from '#shared/kernel/contract.ts'
import type { App } from './create-app.ts'
import type { JoinedStation } from './station.ts'

/**
 * The app over a folder that may be opened anew while the program runs: an empty one that has become a station of a shop.
 * Sessions stay, screens are told to ask everything again.
 */
export class RunningApp {
  readonly #start
  readonly #announce
  #app: App | undefined
  #opening: Promise<void> = Promise.resolve()

  constructor(
    start: (joins: JoinedStation | undefined, goesOn: boolean) => App,
    announce: (frame: ServerFrame) => void,
  ) {
    this.#start = start
    this.#announce = announce
  }

  /** Bound, so that whoever holds it has the app of the moment. */
  readonly app = (): App => {
    if (this.#app === undefined) throw new Error('the folder is not open')
    return this.#app
  }

  begin(joins: JoinedStation | undefined, goesOn = false): void {
    this.#app = this.#start(joins, goesOn)
    this.#app.onAnnouncement((announcement) => this.#announce({ announce: announcement }))
  }

  /** After the answer to whoever asked for it. */
  reopen(): void {
    this.#opening = new Promise((resolve) => setImmediate(resolve)).then(() => this.#openAnew())
  }

  /** What is asked while the folder is being opened anew waits for it. */
  async open(): Promise<App> {
    await this.#opening
    return this.app()
  }

  async #openAnew(): Promise<void> {
    await this.app().close()
    this.begin(undefined, true)
    this.#announce({
      announce: { entities: {}, local: ['sync', 'session', 'company', 'user', 'credential', 'setting'] },
    })
  }
}
