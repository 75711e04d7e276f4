// Opens a data folder and holds it, or says why it may not. Run as a process of its own by the race for the owner lock.
import { v7 as uuidv7 } from 'uuid'
import { openStation } from '#main/app/station.ts'
import { systemClock } from '#main/platform/clock/clock.ts'
import { DatabaseRefused } from '#main/platform/database/open-database.ts'

try {
  const station = openStation(process.argv[2] ?? '', {
    clock: systemClock,
    newId: uuidv7,
    version: '0.0.0-torture',
    log: { info: () => {}, problem: () => {} },
    owner: { pid: process.pid, host: 'torture' },
  })
  process.stdout.write('opened\n')
  // Held by name: what nobody refers to is collected, and its lock with it.
  setInterval(() => station.db.read('select 1').get(), 1000)
} catch (problem) {
  process.stdout.write(
    problem instanceof DatabaseRefused && problem.code === 'database.inUse' ? 'inUse\n' : `${String(problem)}\n`,
  )
}
