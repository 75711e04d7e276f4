import { randomUUID } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as later } from 'node:timers/promises'
import { expect } from 'vitest'
import { openReadOnly } from '#main/platform/database/open-database.ts'
import { faultPaperKind, type PaperSize } from './fault-paper.ts'
import type { FaultDevice } from './print-devices.ts'
import type { PrintStation } from './print-station-process.ts'
import { journalAt, type PrintStep, stepsOfTheWish, stepsThatKill } from './print-step-names.ts'

/** One case of the matrix: a paper of a size for a device, and the step at which the station is killed. */
export interface FaultCase {
  readonly device: FaultDevice
  readonly size: PaperSize
  readonly step: PrintStep
}

interface Paper extends FaultCase {
  readonly title: string
  readonly printerId: string
  readonly documentId: string
  readonly commandId: string
}

interface Row {
  readonly id: string
  readonly title: string
  readonly copy: number
  readonly state: string
  readonly reason: string | null
}

export interface PrintWorld {
  readonly folder: string
  readonly station: PrintStation
  readonly printerIds: ReadonlyMap<FaultDevice, string>
}

/** What came of the cases, for the report. */
export interface Tally {
  kills: number
  cases: number
  /** Killed exactly where it was to be; the others' printers let them come no further. */
  reached: number
  triedAgain: number
  asked: number
  printedAgain: number
  papers: number
}

/** Cases that share one life: one paper for each device; one at most that ends the station itself, or all in one wish. */
export function livesOf(cases: readonly FaultCase[]): FaultCase[][] {
  const lives: FaultCase[][] = []
  for (const each of cases) {
    const isFree = (life: readonly FaultCase[]) => life.every(({ device }) => device !== each.device)
    const fits = (life: readonly FaultCase[]): boolean => {
      const wish = [each, ...life].find(({ step }) => stepsOfTheWish.includes(step))?.step
      if (wish !== undefined) return isFree(life) && life.every(({ step }) => step === each.step)
      return isFree(life) && [each, ...life].filter(({ step }) => stepsThatKill.includes(step)).length < 2
    }
    const life = lives.find(fits)
    if (life === undefined) lives.push([each])
    else life.push(each)
  }
  return lives
}

let papersSoFar = 0

/** Papers on their way, one kill, a new start, a person who sees to everything: nothing lost, nothing twice. */
export async function liveAndDie(world: PrintWorld, cases: readonly FaultCase[], tally: Tally): Promise<void> {
  const { station } = world
  for (const { device } of cases) device.breakDown()
  const papers = cases.map((each): Paper => {
    papersSoFar += 1
    const title = `${each.size}-${String(papersSoFar).padStart(4, '0')}`
    const printerId = world.printerIds.get(each.device) ?? ''
    return { ...each, title, printerId, documentId: randomUUID(), commandId: randomUUID() }
  })
  const reached = await killAtSteps(station, papers)
  const left = statesLeft(world.folder)
  for (const paper of reached) expect(journalAt[paper.step], nameOf(paper)).toContain(left.get(paper.title))
  tally.cases += papers.length
  tally.reached += reached.length
  tally.kills += 1
  await station.start()
  // Whoever was not answered asks again, by the same id (W8).
  for (const wish of wishesOf(papers)) await print(station, wish)
  const found = await atRest(station, papers)
  for (const paper of papers) await checkAfterCrash(paper, left.get(paper.title), rowsOf(found, paper))
  tally.asked += found.filter(({ state }) => state === 'unknown').length
  await seeToAll(station, papers, found, tally)
  await checkSettled(world, papers)
  tally.papers += papers.length
}

/** Papers that one command wants. */
function wishesOf(papers: readonly Paper[]): readonly (readonly Paper[])[] {
  const areOne = papers.every(({ step }) => stepsOfTheWish.includes(step))
  return areOne ? [papers] : papers.map((paper) => [paper])
}

async function print(station: PrintStation, papers: readonly Paper[]): Promise<void> {
  const wanted = papers.map(({ title, size, printerId, documentId }) => ({
    ...{ kind: faultPaperKind, documentId, printerId, codes: [title, size] },
  }))
  await station.command('paper.print', { papers: wanted }, papers[0]?.commandId)
}

/** Returns those that were where they were to be when the station was killed. */
async function killAtSteps(station: PrintStation, papers: readonly Paper[]): Promise<readonly Paper[]> {
  station.arm(Object.fromEntries(papers.filter(({ step }) => step !== 'rest').map(({ title, step }) => [title, step])))
  const isLast = (wish: readonly Paper[]) => wish.some(({ step }) => stepsThatKill.includes(step))
  const wishes = wishesOf(papers)
  const others = wishes.filter((wish) => !isLast(wish)).flat()
  for (const paper of others) await print(station, [paper])
  await until('papers at their steps', async () => {
    const rows = await listed(station)
    const isThere = (paper: Paper) =>
      paper.step === 'rest' ? rowsOf(rows, paper).every(isAtRest) : station.stoppedAt(paper.title) !== null
    return others.every(isThere)
  })
  const reached = others.filter(({ step, title }) => step === 'rest' || station.stoppedAt(title) === 'reached')
  for (const last of wishes.filter(isLast)) {
    const isOver = () => !station.isAlive() || last.some(({ title }) => station.stoppedAt(title) === 'passed')
    print(station, last).catch(() => undefined)
    await until(last.map(nameOf).join(', '), () => Promise.resolve(isOver()))
    if (!station.isAlive()) reached.push(...last)
  }
  await station.kill()
  return reached
}

/** How the journal was left, read by a connection of its own. */
function statesLeft(folder: string): ReadonlyMap<string, string> {
  const db = openReadOnly(join(folder, 'counterproof.db'))
  try {
    const rows = db.read<{ title: string; state: string }>('select title, state from print_jobs').all()
    return new Map(rows.map(({ title, state }) => [title, state]))
  } finally {
    db.close()
  }
}

/** What a crash may make of a paper, and what of it there is at the device. */
async function checkAfterCrash(paper: Paper, left: string | undefined, rows: readonly Row[]): Promise<void> {
  const [row, ...more] = rows
  const { whole } = await paper.device.cameOut(paper.title)
  const seen = { case: nameOf(paper), left, state: row?.state, reason: row?.reason, whole }
  expect({ ...seen, rows: 1 + more.length }).toEqual({ ...seen, rows: 1 })
  if (row === undefined) return
  if (left === 'sending') {
    expect({ ...seen }).toEqual({ ...seen, state: 'unknown', reason: 'programEnded' })
  } else if (left !== undefined && left !== 'queued') expect(seen).toEqual({ ...seen, state: left })
  else expect(seen.reason).not.toBe('programEnded')
  if (paper.size === 'nothing') return
  const most = row.state === 'queued' || row.state === 'failed_before_send' ? 0 : 1
  const least = row.state === 'printed' || row.state === 'handed_over' ? 1 : 0
  expect({ ...seen, isRight: whole >= least && whole <= most }).toEqual({ ...seen, isRight: true })
}

/** Loads paper, shuts covers, and answers what is asked: what is there, and now and then "print it again" all the same. */
async function seeToAll(
  station: PrintStation,
  papers: readonly Paper[],
  found: readonly Row[],
  tally: Tally,
): Promise<void> {
  for (const { device } of papers) device.heal()
  const waiting = found.filter(({ state }) => state === 'queued' || state === 'failed_before_send')
  if (waiting.length > 0) await station.local('printJob.retry', { ids: waiting.map(({ id }) => id as never) })
  tally.triedAgain += waiting.length
  for (const paper of papers) {
    const [row] = rowsOf(found, paper)
    if (row?.state !== 'unknown') continue
    const { whole } = await paper.device.cameOut(paper.title)
    const isWished = whole === 0 || tally.printedAgain % 3 === 0
    const answer = isWished ? 'print_again' : 'came_out'
    await station.command('printJob.answer', { id: row.id as never, answer })
    if (isWished) tally.printedAgain += 1
  }
  // A busy computer may miss an answer once more; by itself it tries again.
  const rows = await atRest(station, papers, ({ state }) => state !== 'queued' && state !== 'sending')
  for (const paper of papers) {
    const [first, second, ...more] = rowsOf(rows, paper).toSorted((one, other) => one.copy - other.copy)
    const last = second ?? first
    const cameOut = await paper.device.cameOut(paper.title)
    const seen = { case: nameOf(paper), state: last?.state, reason: last?.reason, ...cameOut }
    const isEnded = last?.state === 'printed' || last?.state === 'handed_over'
    expect({ ...seen, more, isEnded }).toEqual({ ...seen, more: [], isEnded: true })
    expect({ ...seen, copy: last?.copy }).toEqual({ ...seen, copy: second === undefined ? 1 : 2 })
    if (paper.size === 'nothing') continue
    const before = first?.state === 'cancelled' ? seen.whole - 1 : seen.whole
    expect({ ...seen, isOnce: before <= 1 && seen.whole >= 1 }).toEqual({ ...seen, isOnce: true })
    if (seen.tagged !== null) expect({ ...seen }).toEqual({ ...seen, tagged: second === undefined ? 0 : 1 })
  }
}

/** Every outcome is told to every station, and beside the database lies what the rows speak of and nothing else. */
async function checkSettled({ folder, station }: PrintWorld, papers: readonly Paper[]): Promise<void> {
  for (const paper of papers) {
    const { outcomes } = await station.query('printOutcome.list', { documentId: paper.documentId as never })
    const seen = { case: nameOf(paper), outcomes: outcomes.map(({ result }) => result) }
    expect({ ...seen, isTold: outcomes.length > 0 }).toEqual({ ...seen, isTold: true })
  }
  const db = openReadOnly(join(folder, 'counterproof.db'))
  try {
    const kept = db.read<{ name: string }>(
      'select coalesce(bytes_name, id) as name from print_jobs where has_bytes = 1',
    )
    const names = kept.all().map(({ name }) => `${name}.bytes`)
    expect(readdirSync(join(folder, 'print-bytes')).toSorted()).toEqual(names.toSorted())
  } finally {
    db.close()
  }
  expect(station.problems).toEqual([])
}

async function listed(station: PrintStation): Promise<readonly Row[]> {
  return (await station.query('printJob.list', { limit: 200 })).rows
}

function rowsOf(rows: readonly Row[], { title }: Paper): readonly Row[] {
  return rows.filter((row) => row.title === title)
}

function isAtRest(row: Row & { readonly isHeld?: boolean; readonly nextTryAt?: string | null }): boolean {
  return row.state !== 'sending' && (row.state !== 'queued' || row.isHeld === true || (row.nextTryAt ?? null) !== null)
}

async function atRest(
  station: PrintStation,
  papers: readonly Paper[],
  isDone: (row: Row) => boolean = isAtRest,
): Promise<readonly Row[]> {
  let rows: readonly Row[] = []
  const names = papers.map(nameOf).join('; ')
  await until(`everything at rest: ${names}`, async () => {
    rows = (await listed(station)).filter(({ title }) => papers.some((paper) => paper.title === title))
    const devices = await Promise.all(papers.map(({ device }) => device.isAtRest()))
    return rows.every(isDone) && devices.every(Boolean)
  })
  return rows
}

function nameOf({ device, size, step, title }: Paper): string {
  return `${title}: ${device.name}, ${size}, ${step}`
}

async function until(what: string, holds: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 60_000
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error(`waited in vain for ${what}`)
    await later(20)
  }
}
