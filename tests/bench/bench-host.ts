import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { WebSocket as Socket } from 'ws'
import { z } from 'zod'
import { socketCarrier } from '#renderer/client/wire/socket-carrier.ts'
import { createWireClient } from '#renderer/client/wire/wire-client.ts'
import { type Asking, askingBy } from './asking.ts'
import { projectFolder } from './bench-core.ts'

const readyLine = z.object({ url: z.string(), apiUrl: z.string(), token: z.string() })

export interface BenchHost {
  /** Signs one browser in. */
  readonly url: string
  readonly address: string
  readonly token: string
  /** Milliseconds from being started to saying that it is ready. */
  readonly readyAfter: number
  readonly startedAt: number
  /** Megabytes of the process: now, and the most it has had. */
  memory(): { readonly now: number; readonly most: number } | undefined
  close(): Promise<void>
}

/** The built headless program over the bench's database, as `npm start -- --headless` runs it. */
export async function startBenchHost(folder: string, port = 0): Promise<BenchHost> {
  const startedAt = performance.now()
  const host = spawn(
    process.execPath,
    [join(projectFolder, 'out/main/headless.js'), '--data', folder, '--port', String(port), '--demo', '--json'],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  )
  const { url, token } = readyLine.parse(JSON.parse(await firstLine(host)))
  const readyAfter = performance.now() - startedAt
  return {
    url,
    token,
    readyAfter,
    startedAt,
    address: new URL(url).host,
    memory: () => memoryOf(host),
    close: () =>
      new Promise((resolve) => {
        host.once('exit', () => resolve())
        host.kill('SIGTERM')
      }),
  }
}

function firstLine(host: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    host.once('exit', (code) => reject(new Error(`the host ended with ${code} before it was ready`)))
    if (host.stdout !== null) createInterface({ input: host.stdout }).once('line', resolve)
  })
}

/** Linux says it in /proc; elsewhere the figure is missing, and the table says so. */
function memoryOf({ pid }: ChildProcess): { now: number; most: number } | undefined {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8')
    const kilobytes = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status)?.[1])
    return { now: kilobytes('VmRSS') / 1024, most: kilobytes('VmHWM') / 1024 }
  } catch {
    return undefined
  }
}

function headersOf({ address, token }: Pick<BenchHost, 'address' | 'token'>): Readonly<Record<string, string>> {
  return { authorization: `Bearer ${token}`, origin: `http://${address}` }
}

export interface BenchClient extends Asking {
  close(): void
}

/** The screens' own client over the screens' own carrier. */
export function connectClient({ address, token }: BenchHost): BenchClient {
  const wire = createWireClient({
    // The browser's socket takes no headers, there the cookie says who asks; Node's takes them.
    open: socketCarrier(`ws://${address}/ws`, (to) =>
      Reflect.construct(WebSocket, [to, { headers: headersOf({ address, token }) }]),
    ),
    now: () => performance.now(),
    later: (milliseconds, action) => {
      const timer = setTimeout(action, milliseconds)
      return () => clearTimeout(timer)
    },
    random: Math.random,
  })
  return { ...askingBy((kind, name, input, commandId) => wire.call(kind, name, input, commandId)), close: wire.close }
}

/** A bare socket to the same host, for the price of one way there and back. */
export async function openPing({
  address,
  token,
}: BenchHost): Promise<{ ping: () => Promise<void>; close: () => void }> {
  const socket = new Socket(`ws://${address}/ws`, { headers: headersOf({ address, token }) })
  await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject))
  return {
    ping: () =>
      new Promise((resolve) => {
        socket.once('pong', () => resolve())
        socket.ping()
      }),
    close: () => socket.terminate(),
  }
}
