import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { z } from 'zod'
import { databaseOfAnOwner, openPostgresServer } from '#tests/support/postgres-server.ts'
import { projectFolder } from '../bench-core.ts'

export interface BenchCloud {
  readonly url: string
  close(): Promise<void>
}

/** The cloud as its own program before a PostgreSQL that writes to the disk, as an ordinary owner: no policy is passed by. */
export async function startBenchCloud(): Promise<BenchCloud> {
  const postgres = await openPostgresServer(
    {
      skip: (why?: unknown) => {
        throw new Error(String(why))
      },
    },
    { isDurable: true },
  )
  const connectionString = await databaseOfAnOwner(postgres.connectionString)
  const cloud = spawn(process.execPath, [join(projectFolder, 'src-cloud/server/main.ts'), '--port', '0', '--json'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, DATABASE_URL: connectionString },
  })
  const { url } = z.object({ url: z.string() }).parse(JSON.parse(await firstLine(cloud)))
  return {
    url,
    close: async () => {
      await new Promise<void>((resolve) => {
        cloud.once('exit', () => resolve())
        cloud.kill('SIGTERM')
      })
      await postgres.close()
    },
  }
}

function firstLine(program: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    program.once('exit', (code) => reject(new Error(`the cloud ended with ${code} before it was ready`)))
    if (program.stdout !== null) createInterface({ input: program.stdout }).once('line', resolve)
  })
}
