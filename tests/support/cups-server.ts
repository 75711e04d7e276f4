import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { TestContext } from 'vitest'
import { missing, requireTool } from './machine.ts'

const run = promisify(execFile)
type Skip = Pick<TestContext, 'skip'>

export interface CupsServer {
  /** For `lp -h`. */
  readonly server: string
  /** Where the office printer itself listens, for those who go to it without the spooler. */
  readonly officePort: number
  /** A queue that passes bytes on to a device address. */
  addRawQueue(name: string, device: string): Promise<void>
  /** Papers that the office printer received, whole files. */
  officePapers(): Promise<Buffer[]>
  /** The office printer holds what it is printing while this is a reason of IPP (`media-empty-error`); null makes it go on. */
  officeFault(reason: string | null): Promise<void>
  close(): Promise<void>
}

/** A print server of our own on the loopback, with an office printer that speaks IPP as the queue `Office`. */
export async function openCupsServer(context: Skip): Promise<CupsServer> {
  const tools = [
    'cupsd',
    'dbus-daemon',
    'avahi-daemon',
    'ippeveprinter',
    'lpadmin',
    'lpoptions',
    'lp',
    'lpstat',
    'cancel',
  ]
  const [cupsd = '', dbus = '', avahi = '', ippeve = '', lpadmin = ''] = tools.map((tool) => requireTool(context, tool))
  const folder = await mkdtemp(join(tmpdir(), 'counterproof-cups-'))
  const children: ChildProcess[] = []
  const close = async () => {
    const left = children.reverse().filter((child) => child.exitCode === null && child.signalCode === null)
    const gone = left.map((child) => new Promise((done) => child.once('exit', done)))
    for (const child of left) child.kill('SIGTERM')
    // One that loses its message bus before it hears the signal may never end by itself.
    const harder = setTimeout(() => {
      for (const child of left) child.kill('SIGKILL')
    }, 3000)
    await Promise.all(gone)
    clearTimeout(harder)
    await rm(folder, { recursive: true, force: true })
  }
  try {
    const [spoolerPort, printerPort] = [await freePort(), await freePort()]
    await layOut(folder, spoolerPort)
    const bus = { ...process.env, DBUS_SYSTEM_BUS_ADDRESS: `unix:path=${join(folder, 'bus')}`, LC_ALL: 'C' }
    const start = (program: string, args: readonly string[]) => {
      children.push(spawn(program, [...args], { env: bus, stdio: 'ignore', cwd: folder }))
    }
    start(dbus, [`--config-file=${join(folder, 'bus.conf')}`, '--nofork', '--nopidfile'])
    await until(() => readdir(folder).then((names) => names.includes('bus')), 'the message bus')
    start(avahi, ['-f', join(folder, 'avahi.conf'), '--no-drop-root', '--no-chroot', '--no-rlimits'])
    start(cupsd, ['-f', '-c', join(folder, 'cupsd.conf'), '-s', join(folder, 'cups-files.conf')])
    const server = `127.0.0.1:${spoolerPort}`
    await until(
      () => run('lpstat', ['-h', server, '-r']).then(({ stdout }) => stdout.includes('is running')),
      'the spooler',
    )
    // It gives up where it cannot announce itself yet, so it is asked to start until it stays.
    await until(async () => {
      if (children.at(-1)?.spawnfile !== ippeve || children.at(-1)?.exitCode !== null) {
        start(ippeve, [
          '-p',
          String(printerPort),
          '-n',
          'localhost',
          '-d',
          join(folder, 'office'),
          '-k',
          '-f',
          'application/pdf,image/pwg-raster',
          '-c',
          join(folder, 'print.sh'),
          'Office',
        ])
      }
      await run(lpadmin, [
        '-h',
        server,
        '-p',
        'Office',
        '-E',
        '-v',
        `ipp://localhost:${printerPort}/ipp/print`,
        '-m',
        'everywhere',
      ])
      // Asked too early the printer says nothing of itself, and the queue is set up as one that only passes bytes on.
      const { stdout } = await run('lpoptions', ['-h', server, '-p', 'Office'])
      return /make-and-model=/u.test(stdout) && !/make-and-model='?[^']*raw/iu.test(stdout)
    }, 'the office printer')
    return {
      server,
      officePort: printerPort,
      addRawQueue: async (name, device) => {
        await run(lpadmin, ['-h', server, '-p', name, '-E', '-v', device, '-m', 'raw'])
      },
      officePapers: async () => {
        const names = (await readdir(join(folder, 'office'))).filter((name) => name.endsWith('.pdf')).sort()
        return Promise.all(names.map((name) => readFile(join(folder, 'office', name))))
      },
      officeFault: (reason) => writeFile(join(folder, 'fault'), reason ?? ''),
      close,
    }
  } catch (error) {
    await close()
    return missing(
      context,
      `a print server of our own did not start: ${error instanceof Error ? error.message : error}`,
    )
  }
}

async function layOut(folder: string, port: number): Promise<void> {
  // Filters and backends run as another user and must reach their files.
  await chmod(folder, 0o755)
  for (const name of ['etc', 'spool', 'spool/tmp', 'cache', 'state', 'log', 'office']) {
    await mkdir(join(folder, name))
    await chmod(join(folder, name), 0o777)
  }
  const place = (name: string) => join(folder, name)
  const isRoot = userInfo().uid === 0
  await writeFile(place('fault'), '')
  await writeFile(
    place('cups-files.conf'),
    [
      `ServerRoot ${place('etc')}`,
      `RequestRoot ${place('spool')}`,
      `TempDir ${place('spool/tmp')}`,
      `CacheDir ${place('cache')}`,
      `StateDir ${place('state')}`,
      `AccessLog ${place('log/access')}`,
      `ErrorLog ${place('log/error')}`,
      `PageLog ${place('log/page')}`,
      ...(isRoot ? ['User lp', 'Group lp', 'SystemGroup root'] : []),
    ].join('\n'),
  )
  const open = 'Order allow,deny\nAllow 127.0.0.1'
  await writeFile(
    place('cupsd.conf'),
    `Listen 127.0.0.1:${port}\nBrowsing Off\nDefaultAuthType None\nWebInterface No\n<Location />\n${open}\n</Location>\n<Location /admin>\n${open}\n</Location>\n<Policy default>\n<Limit All>\n${open}\n</Limit>\n</Policy>\n`,
  )
  await writeFile(
    place('bus.conf'),
    `<busconfig><type>system</type><listen>unix:path=${place('bus')}</listen><policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/></policy></busconfig>`,
  )
  await writeFile(
    place('avahi.conf'),
    '[server]\nhost-name=counterproof-test\nuse-ipv6=no\nallow-interfaces=lo\n[rlimits]\n',
  )
  await writeFile(
    place('print.sh'),
    `#!/bin/sh\nwhile [ -s ${place('fault')} ]; do echo "STATE: +$(cat ${place('fault')})" >&2; sleep 0.2; done\necho "STATE: -media-empty-error" >&2\nexit 0\n`,
  )
  await chmod(place('print.sh'), 0o755)
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.on('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      const port = address !== null && typeof address === 'object' ? address.port : 0
      server.close(() => resolve(port))
    })
  })
}

async function until(test: () => Promise<boolean>, what: string): Promise<void> {
  const deadline = Date.now() + 15_000
  let last: unknown = null
  while (Date.now() < deadline) {
    try {
      if (await test()) return
    } catch (error) {
      last = error
    }
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  throw new Error(`${what} is not up: ${last}`)
}
