import type { SendReason } from '#shared/printing/print-outcome.ts'

/** Host status: three lines, answered at once, even when the printer is stopped. */
export const askHostStatus = new TextEncoder().encode('~HS')

export interface ZebraStatus {
  readonly blockedBy: SendReason | null
  /** Labels received and not yet printed, of anyone. */
  readonly isWorking: boolean
}

const [startOfText, endOfText] = ['\u0002', '\u0003']
/** A whole answer is some ninety characters. */
const longest = 300

/**
 * Reads the last whole answer in what came back. Null: not whole yet. 'nonsense': framed as an answer but not one, or
 * begun like none: no label printer.
 */
export function readHostStatus(received: Uint8Array): ZebraStatus | 'nonsense' | null {
  const text = new TextDecoder('latin1').decode(received)
  if (text === '') return null
  if (!text.startsWith(startOfText)) return 'nonsense'
  const lines = text
    .split(startOfText)
    .filter((line) => line.includes(endOfText))
    .map((line) => line.slice(0, line.indexOf(endOfText)).split(','))
  const at = lines.findLastIndex((line, index) => line.length === 12 && index + 2 < lines.length)
  const [first, second] = [lines[at], lines[at + 1]]
  if (at < 0 || !first || !second) return text.length > longest ? 'nonsense' : null
  if (second.length !== 11 || ![...first, ...second].every((field) => /^[0-9a-zA-Z]+$/u.test(field))) return 'nonsense'
  const isOn = (field: string | undefined) => field === '1'
  const blockedBy: SendReason | null = isOn(first[1])
    ? 'paperOut'
    : isOn(second[2])
      ? 'headOpen'
      : isOn(second[3])
        ? 'ribbonOut'
        : isOn(first[10]) || isOn(first[11])
          ? 'printerError'
          : isOn(first[2])
            ? 'paused'
            : null
  const isWorking = Number(first[4]) > 0 || isOn(first[7]) || Number(second[8]) > 0
  return { blockedBy, isWorking }
}
