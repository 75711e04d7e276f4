// Stops a station at one step of a print job's way, from outside the product: its commits are watched, its printers are
// wrapped, and what it gives to sockets and device files passes through here.
import { AsyncLocalStorage } from 'node:async_hooks'
import fs from 'node:fs'
import fsPromises from 'node:fs/promises'
import { syncBuiltinESMExports } from 'node:module'
import { Socket } from 'node:net'
import Database from 'better-sqlite3'
import type { Printer } from '#main/printing/drivers/printer-driver.ts'
import { type PrintStep, stepsThatKill } from './print-step-names.ts'

/** A paper that is being sent to its device. */
interface OnItsWay {
  readonly title: string
  readonly step: PrintStep
  readonly paper: Uint8Array
  /** The journal says that it is being sent. */
  hasBegun: boolean
  given: number
  isHeld: boolean
}

type Say = (word: 'reached' | 'passed', title: string) => void

const armed = new Map<string, PrintStep>()
const answered = new Set<string>()
const onItsWay = new AsyncLocalStorage<OnItsWay>()
let say: Say = () => undefined

export function armSteps(steps: Readonly<Record<string, PrintStep>>): void {
  for (const [title, step] of Object.entries(steps)) armed.set(title, step)
}

function die(): void {
  process.kill(process.pid, 'SIGKILL')
}

/** Nothing more comes of it in this life. */
function held(title: string): Promise<never> {
  say('reached', title)
  return new Promise(() => undefined)
}

function hold(way: OnItsWay): void {
  if (!way.isHeld) say('reached', way.title)
  way.isHeld = true
}

/** How much of these bytes goes to the device before the paper is held; null: all, and it goes on. */
function allowed(way: OnItsWay | undefined, bytes: Uint8Array): number | null {
  if (way === undefined || !way.hasBegun) return null
  if (way.isHeld) return 0
  const isPaper = bytes.length > 0 && bytes.buffer === way.paper.buffer
  const most = mostOf(way)
  if (most === null) return null
  const room = most - way.given
  if (isPaper && bytes.length <= room) {
    way.given += bytes.length
    return null
  }
  // Whatever comes after the paper is the question about it.
  if (!isPaper && (room > 0 || way.step !== 'allGone') && way.paper.length > 0) return null
  way.given += isPaper ? Math.max(0, room) : 0
  hold(way)
  return isPaper ? Math.max(0, room) : 0
}

function mostOf({ step, paper }: OnItsWay): number | null {
  if (step === 'sending') return 0
  if (step === 'partly') return Math.floor(paper.length / 2)
  return step === 'allGone' ? paper.length : null
}

/** For roads whose device is told by a call and not by bytes: before it, or after it. */
export async function gate<T>(step: 'sending' | 'partly' | 'allGone', work: () => Promise<T>): Promise<T> {
  const way = onItsWay.getStore()
  if (way === undefined || !way.hasBegun || way.step !== step) return work()
  if (step === 'allGone') await work()
  hold(way)
  return new Promise(() => undefined)
}

export function isHalfway(): boolean {
  const way = onItsWay.getStore()
  return way?.hasBegun === true && way.step === 'partly'
}

export function steppedPrinter(printer: Printer): Printer {
  return {
    ...printer,
    send: (payload, beforeFirstByte = () => undefined) => {
      const { title, bytes } = payload
      const step = armed.get(title)
      if (step === undefined) return printer.send(payload, beforeFirstByte)
      if (step === 'drawn') return held(title)
      const way: OnItsWay = { title, step, paper: bytes, hasBegun: false, given: 0, isHeld: false }
      return onItsWay.run(way, async () => {
        const outcome = await printer.send(payload, () => {
          if (step === 'asked') die()
          beforeFirstByte()
          way.hasBegun = true
        })
        if (way.isHeld || step === 'answered') return held(title)
        if (step === 'settled') answered.add(title)
        else {
          armed.delete(title)
          say('passed', title)
        }
        return outcome
      })
    },
  }
}

/** Kills at a commit that makes a journal's step, just before it or just after it. */
function look(db: Database.Database, moment: 'before' | 'after'): void {
  if (armed.size === 0) return
  const rows = db.prepare<[], { title: string; state: string; tries: number }>(
    'select title, state, tries from print_jobs order by id desc limit 50',
  )
  for (const { title, state, tries } of rows.all()) {
    const step = armed.get(title)
    if (step === undefined || !stepsThatKill.includes(step)) continue
    const isSettled = answered.has(title) && state !== 'sending' && (state !== 'queued' || tries > 0)
    if (step === 'wish' && moment === 'before') die()
    if (moment === 'after' && (step === 'queued' || (step === 'settled' && isSettled))) die()
  }
}

/** Puts itself between the station and its computer. */
export function watchSteps(tell: Say): void {
  say = tell
  watchCommits()
  const write = Socket.prototype.write as (...args: unknown[]) => boolean
  Socket.prototype.write = function (this: Socket, ...args: unknown[]): boolean {
    const bytes = args[0] instanceof Uint8Array ? args[0] : new Uint8Array(0)
    const most = allowed(onItsWay.getStore(), bytes)
    if (most === null) return write.apply(this, args)
    if (most > 0) write.call(this, bytes.subarray(0, most))
    return true
  }
  const { write: writeFile } = fs
  const put = (fd: number, bytes: Uint8Array, at: number, length: number, position: null, done: never): void => {
    const most = allowed(onItsWay.getStore(), bytes.subarray(at, at + length))
    if (most === null) writeFile(fd, bytes, at, length, position, done)
    else if (most > 0) fs.writeSync(fd, bytes, at, most)
  }
  fs.write = put as unknown as typeof fs.write
  const { rename } = fsPromises
  fsPromises.rename = (from, to) => gate('sending', () => gate('partly', () => gate('allGone', () => rename(from, to))))
  syncBuiltinESMExports()
}

function watchCommits(): void {
  const { transaction } = Database.prototype
  const watched = function (this: Database.Database, work: (...args: unknown[]) => unknown) {
    const isOuter = !this.inTransaction
    const begun = transaction.call(this, (...args: unknown[]) => {
      const result = work(...args)
      if (isOuter) look(this, 'before')
      return result
    })
    const immediate = (...args: unknown[]): unknown => {
      const result = begun.immediate(...args)
      if (!this.inTransaction) look(this, 'after')
      return result
    }
    return Object.assign(immediate, { immediate })
  }
  Database.prototype.transaction = watched as unknown as typeof transaction
}
