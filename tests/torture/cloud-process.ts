import { type ChildProcess, spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { childNode } from './child-node.ts'

const program = resolve(import.meta.dirname, '../../src-cloud/server/main.ts')

/** The cloud as it is run, on one port over all its lives. */
export interface CloudProcess {
  readonly url: string
  /** What its log says besides that the database was away or busy. */
  readonly faults: readonly string[]
  readonly busy: readonly string[]
  /** Whether it ended without anybody having killed it. */
  readonly hasEndedByItself: () => boolean
  start(): Promise<void>
  kill(): Promise<void>
}

export async function cloudProcess(connectionString: string, folder: string): Promise<CloudProcess> {
  const port = await freePort()
  const faults: string[] = []
  const busy: string[] = []
  const environment = { ...process.env, DATABASE_URL: connectionString }
  const words = [...childNode, program, '--json', '--port', String(port), '--files', join(folder, 'files')]
  let child: ChildProcess | undefined
  let isWanted = false
  let ended = false
  const startOnce = (): Promise<boolean> =>
    new Promise((done) => {
      const started = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'pipe'], env: environment })
      child = started
      let isUp = false
      createInterface({ input: started.stdout }).once('line', () => {
        isUp = true
        done(true)
      })
      createInterface({ input: started.stderr }).on('line', (line) => {
        if (/^\{"event":"cloud\.(busy|database)"/.test(line)) busy.push(line)
        else if (isUp) faults.push(line)
      })
      started.once('close', () => {
        if (child === started) child = undefined
        if (isUp && isWanted) ended = true
        done(false)
      })
    })
  return {
    url: `http://127.0.0.1:${port}`,
    faults,
    busy,
    hasEndedByItself: () => ended,
    start: async () => {
      isWanted = true
      // Whoever runs it starts it again while its database is not there yet.
      for (let attempt = 0; attempt < 60; attempt += 1) {
        if (await startOnce()) return
        await new Promise((done) => setTimeout(done, 250))
      }
      throw new Error('the cloud did not start')
    },
    kill: async () => {
      isWanted = false
      const running = child
      if (running === undefined) return
      const closed = new Promise((done) => running.once('close', done))
      running.kill('SIGKILL')
      await closed
    },
  }
}

function freePort(): Promise<number> {
  return new Promise((done, failed) => {
    const server = createServer().once('error', failed)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => done(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
}
