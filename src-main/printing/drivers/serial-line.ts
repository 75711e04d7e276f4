import type { PrinterTransport } from '#shared/printing/printer-profile.ts'
import { DeviceLine } from './device-line.ts'
import type { ConnectFailure } from './printer-line.ts'
import type { RunProgram } from './run-program.ts'

export type SerialTransport = Extract<PrinterTransport, { by: 'serial' }>

export interface SerialPorts {
  readonly run: RunProgram
  readonly platform: NodeJS.Platform
  readonly fix: () => Promise<string>
}

/** Opens a serial line and sets it up with the system's own program, which knows what the hardware can do. */
export async function openSerialLine(
  transport: SerialTransport,
  readsBack: boolean,
  milliseconds: number,
  { run, platform, fix }: SerialPorts,
): Promise<DeviceLine | ConnectFailure> {
  const isWindows = platform === 'win32'
  const path = isWindows ? `\\\\.\\${transport.path}` : transport.path
  // Reading on Windows waits for ever where nothing comes: there the line is written only.
  const file = { path, readsBack: readsBack && !isWindows, bytesASecond: paceOf(transport), fix }
  // Open first: the settings of a line that nobody holds may be forgotten at once.
  if (!isWindows)
    return settle(await DeviceLine.open(file, milliseconds), transport, sttyArguments(transport, platform), run)
  const set = await run('mode.com', modeArguments(transport))
  return set.code === 0 ? DeviceLine.open(file, milliseconds) : { reason: 'portNotSet', detail: set.out.trim() }
}

async function settle(
  line: DeviceLine | ConnectFailure,
  { path }: SerialTransport,
  args: readonly string[],
  run: RunProgram,
): Promise<DeviceLine | ConnectFailure> {
  if (!('write' in line)) return line
  const set = await run('stty', args)
  if (set.code === 0) return line
  await line.finish(0)
  return { reason: 'portNotSet', detail: set.isMissing ? `stty ${path}` : set.error.trim() }
}

/** What the line itself carries, start and stop bits counted: more than that would only pile up unseen in the system. */
export function paceOf({
  baud,
  bits,
  parity,
  pace,
}: Pick<SerialTransport, 'baud' | 'bits' | 'parity' | 'pace'>): number {
  const line = Math.floor(baud / (bits + (parity === 'none' ? 2 : 3)))
  return pace === null ? line : Math.min(pace, line)
}

export function sttyArguments(transport: SerialTransport, platform: NodeJS.Platform): string[] {
  const { path, baud, bits, parity, flow } = transport
  const parities = { none: ['-parenb'], even: ['parenb', '-parodd'], odd: ['parenb', 'parodd'] }
  const flows = { hardware: ['crtscts', '-ixon'], xonxoff: ['-crtscts', 'ixon'], none: ['-crtscts', '-ixon'] }
  return [
    ...[platform === 'darwin' ? '-f' : '-F', path],
    // First what it shall leave alone, since that undoes some of the rest; the line stays up between two papers.
    ...['raw', '-echo', 'clocal', '-hupcl', '-ixoff', '-ixany', '-cstopb'],
    ...[String(baud), `cs${bits}`, ...parities[parity], ...flows[flow]],
  ]
}

export function modeArguments({ path, baud, bits, parity, flow }: SerialTransport): string[] {
  const on = (isOn: boolean) => (isOn ? 'on' : 'off')
  return [
    path,
    `baud=${baud}`,
    `parity=${parity[0]}`,
    `data=${bits}`,
    'stop=1',
    // A printer that stands still gives the line back after a minute instead of never.
    'to=off',
    `xon=${on(flow === 'xonxoff')}`,
    'odsr=off',
    `octs=${on(flow === 'hardware')}`,
    `dtr=${on(true)}`,
    `rts=${flow === 'hardware' ? 'hs' : 'on'}`,
    'idsr=off',
  ]
}
