import type { RunProgram } from './run-program.ts'

export interface FoundQueue {
  readonly queue: string
  readonly description: string
}

/** Printers that this computer's spooler knows, with the words people gave them; none where there is no spooler. */
export async function listQueues(run: RunProgram): Promise<FoundQueue[]> {
  const { code, out } = await run('lpstat', ['-l', '-p'])
  if (code !== 0) return []
  return out.split(/^(?=printer )/mu).flatMap((entry) => {
    const queue = /^printer (\S+) /u.exec(entry)?.[1]
    if (queue === undefined) return []
    return [{ queue, description: /^\s+Description: *(.*)$/mu.exec(entry)?.[1]?.trim() ?? '' }]
  })
}
