import type { Services } from '#main/platform/bus/module.ts'
import { instantOf } from '#main/platform/clock/clock.ts'
import type { SealedFile } from '#main/platform/files/seal-file.ts'
import { type FileLink, FileRefused, fileLinkOf, LinkProblem } from '#main/sync/index.ts'
import { largestFile } from '#shared/files/file-record.ts'
import { type FileTravel, fileTravelsOf } from './file-travels.ts'
import { epochReader, ownFilesReader } from './own-files.ts'

/** What the porter waits, in milliseconds: after a line that broke, longer each time, and for changes that go first. */
const waits = {
  firstRetry: 500,
  longestRetry: 60_000,
  idle: 3_000,
  withoutCloud: 1_000,
  changesFirst: 50,
  mostForChanges: 2_000,
}
const mostDamaged = 3
/** What the cloud did not have is asked for again every minute or so. */
const idlesBetweenAbsent = 20

const porters = new WeakMap<Services, Porter>()

/** Carries files to and from the cloud while the program runs: one at a time, wanted ones first, changes before all (FI13). */
export function filePorter(services: Services): Porter {
  const porter = new Porter(services)
  porters.set(services, porter)
  return porter
}

export function kickPorter(services: Services): void {
  porters.get(services)?.kick()
}

class Porter {
  readonly #services
  readonly #travels
  readonly #ownFiles
  readonly #epochs
  readonly #stopListening
  readonly #run: Promise<void>
  readonly #damaged = new Map<string, number>()
  #wake: () => void = () => {}
  #isKicked = false
  #isStopped = false

  constructor(services: Services) {
    this.#services = services
    this.#travels = fileTravelsOf(services.local)
    this.#ownFiles = ownFilesReader(services)
    this.#epochs = epochReader(services)
    this.#stopListening = services.onWritten(() => this.kick())
    this.#run = this.#carry()
  }

  kick(): void {
    this.#isKicked = true
    this.#wake()
  }

  async stop(): Promise<void> {
    this.#isStopped = true
    this.#stopListening()
    this.kick()
    await this.#run
  }

  async #carry(): Promise<void> {
    let retry = waits.firstRetry
    let idles = 0
    while (!this.#isStopped) {
      this.#isKicked = false
      const link = fileLinkOf(this.#services)
      if (link === undefined) {
        await this.#rest(waits.withoutCloud)
        continue
      }
      try {
        this.#lookThroughLog()
        const next = this.#travels.next()
        if (next === undefined) {
          if (this.#ownFiles.isMore()) continue
          await this.#rest(waits.idle)
          idles += 1
          if (idles % idlesBetweenAbsent === 0) for (const each of this.#travels.absent()) await this.#fetch(link, each)
          continue
        }
        if (next.way === 'fetch') await this.#fetch(link, next)
        else await this.#send(link, next)
        retry = waits.firstRetry
      } catch (problem) {
        if (!(problem instanceof LinkProblem)) this.#services.log.problem('file.travel', { error: problem })
        await this.#rest(retry * (1 + Math.random()), false)
        retry = Math.min(waits.longestRetry, retry * 2)
      }
    }
  }

  /** What was brought here is to be sent; where the look ended is kept with it. */
  #lookThroughLog(): void {
    const { local, clock } = this.#services
    local.transact(() => {
      if (this.#epochs.hasChanged()) this.#travels.sendAllAgain()
      for (const hash of this.#ownFiles.next()) this.#travels.send(hash, instantOf(clock))
    })
  }

  async #send(link: FileLink, { hash }: FileTravel): Promise<void> {
    const { files } = this.#services
    const size = files.sizeOf(hash)
    if (size === undefined || size === 0) return this.#travels.become(hash, 'absent')
    try {
      let standing = await link.begin(hash, size)
      while (standing.received < size && !this.#isStopped) {
        await this.#changesFirst()
        const bytes = await files.part(hash, standing.received, Math.min(standing.pieceBytes, size - standing.received))
        if (bytes === undefined || bytes.length === 0) return this.#travels.become(hash, 'absent')
        standing = await link.piece(hash, standing.received, bytes)
        // Somebody waits for another: this one goes on from here afterwards.
        if (this.#travels.next()?.way === 'fetch') return
      }
      if (this.#isStopped) return
      if (!standing.isWhole) await link.finish(hash)
      this.#travels.become(hash, 'done')
    } catch (problem) {
      if (!(problem instanceof FileRefused)) throw problem
      this.#services.log.problem('file.notTaken', { hash, why: problem.code })
      this.#travels.become(hash, 'refused', problem.code)
    }
  }

  async #fetch(link: FileLink, { hash, state }: FileTravel): Promise<void> {
    const { files, chores } = this.#services
    if (files.has(hash)) return this.#arrived(hash, 'done')
    // Its place on the disk until it is whole: a restart goes on from what is there.
    const incoming = files.receive(hash.slice(0, 36))
    const found = await link.fetch(hash, incoming.size)
    if (found === undefined) return state === 'absent' ? undefined : this.#arrived(hash, 'absent')
    if (found.size > largestFile || found.size - incoming.size > files.room())
      return this.#arrived(hash, 'refused', 'noRoom')
    for await (const piece of found.body) {
      if (this.#isStopped) return
      if (incoming.size + piece.length > found.size) break
      incoming.append(incoming.size, piece)
    }
    if (incoming.size < found.size) throw new LinkProblem('unreachable', 'the file is cut off')
    const sealed = await chores.run<SealedFile>('files.seal', { path: incoming.path })
    if (sealed.hash === hash) {
      incoming.keep(hash)
      this.#damaged.delete(hash)
      return this.#arrived(hash, 'done')
    }
    incoming.discard()
    const times = (this.#damaged.get(hash) ?? 0) + 1
    this.#damaged.set(hash, times)
    this.#services.log.problem('file.damagedOnTheWay', { hash, times })
    if (times >= mostDamaged) this.#arrived(hash, 'refused', 'hashDiffers')
  }

  #arrived(hash: string, state: FileTravel['state'], why: string | null = null): void {
    this.#travels.become(hash, state, why)
    this.#services.announceLocal('file')
  }

  /** Lowest in rank: what waits to be sent of the log goes before the next piece, for as long as it moves (FI13). */
  async #changesFirst(): Promise<void> {
    for (let waited = 0; waited < waits.mostForChanges; waited += waits.changesFirst) {
      if (this.#isStopped || this.#services.replica.waiting() === 0) return
      await new Promise((resolve) => setTimeout(resolve, waits.changesFirst))
    }
  }

  /** Until there is something to do; after a line that broke, a kick does not shorten it. */
  #rest(milliseconds: number, isKickable = true): Promise<void> {
    if (this.#isStopped || (isKickable && this.#isKicked)) return Promise.resolve()
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds)
      this.#wake = () => {
        if (!isKickable && !this.#isStopped) return
        clearTimeout(timer)
        resolve()
      }
    })
  }
}
