// The headless program: the core with a browser instead of a window. Runs from source under Node 24 and as the built bundle.

import { readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { startCore } from '#main/app/core-host.ts'
import { defaultDataFolder } from '#main/app/default-data-folder.ts'
import { refusalOfStart } from '#main/app/start-problem.ts'
import { languageFor } from '#main/platform/translate/language-for.ts'
import { createTranslator } from '#main/platform/translate/translator.ts'
import { productContract } from '#shared/contract.ts'
import { type HeadlessArguments, parseHeadlessArguments, usage } from './arguments.ts'
import { type HeadlessHost, startHeadlessHost } from './headless-host.ts'
import { openBrowser } from './open-browser.ts'

const usualPort = 4780
/** Both the source and the built entry lie two folders below the project. */
const project = new URL('../../', import.meta.url)
const isSource = import.meta.url.endsWith('.ts')

const say = (line: string): void => {
  process.stderr.write(`${line}\n`)
}

function leave(code: number, line: string): never {
  say(line)
  process.exit(code)
}

async function run(wishes: HeadlessArguments): Promise<void> {
  const translator = createTranslator(fileURLToPath(new URL('resources/locales', project)))
  const version: unknown = JSON.parse(readFileSync(new URL('package.json', project), 'utf8')).version
  const computer = { platform: process.platform, home: homedir(), environment: process.env }
  const core = await startCore({
    dataFolder: wishes.dataFolder ?? defaultDataFolder(computer, wishes.demo),
    demo: wishes.demo,
    workerUrl: new URL(isSource ? '../app/core-worker.ts' : './core-worker.js', import.meta.url),
    version: String(version),
    log: say,
    sync: {
      ...(wishes.cloudUrl && { found: wishes.cloudUrl }),
      ...(wishes.join && { join: wishes.join }),
      ...(wishes.cloudCa && { cloudCa: wishes.cloudCa }),
    },
  }).catch((problem: unknown) => {
    const refusal = refusalOfStart(problem)
    if (refusal === undefined) throw problem
    return leave(1, translator.wordRefusal(languageFor(Intl.DateTimeFormat().resolvedOptions().locale), refusal))
  })

  if (wishes.exportFile !== undefined) {
    const outcome = await core.exportShop(resolve(wishes.exportFile)).catch((problem: unknown) => String(problem))
    await core.close()
    if (typeof outcome === 'string') return leave(1, `Nothing was exported: ${outcome}`)
    return leave(0, `${outcome} documents are in ${resolve(wishes.exportFile)}.`)
  }

  const open = (port: number): Promise<HeadlessHost> =>
    startHeadlessHost({
      core,
      contract: productContract,
      version: String(version),
      port,
      rendererFolder: fileURLToPath(new URL('out/renderer', project)),
      translator,
      log: say,
    })
  const host = await open(wishes.port ?? usualPort).catch(async (problem: unknown) => {
    const isTaken =
      problem instanceof Error && 'code' in problem && (problem.code === 'EADDRINUSE' || problem.code === 'EACCES')
    if (!isTaken) throw problem
    if (wishes.port === undefined) return open(0)
    await core.close()
    return leave(
      1,
      `Port ${wishes.port} is taken or not allowed on this computer. Choose another with --port, or 0 for any free one.`,
    )
  })
  endWith(async () => {
    await host.close()
    await core.close()
  })

  const { keysIn } = await core.state()
  if (keysIn !== null)
    say(
      `This station’s keys lie in ${keysIn}, readable by this account alone: other programs of the same account can read them. The desktop program keeps them in the system’s keychain.`,
    )
  if (wishes.cloudUrl !== undefined) {
    const code = await core.pairingCode()
    if (code !== null) say(`One more station joins within ten minutes with: --join ${wishes.cloudUrl} --code ${code}`)
  }
  const url = `${host.url}/enter?code=${await core.issueEntryCode()}`
  if (wishes.json) {
    process.stdout.write(`${JSON.stringify({ url, apiUrl: `${host.url}/api`, token: await core.issueRunToken() })}\n`)
    return
  }
  say(`Counterproof runs at ${host.url}. This link signs one browser in, once, within five minutes: ${url}`)
  if (process.stdout.isTTY && !process.env.CI) openBrowser(url, process.platform)
}

/** Ends in order once: on Ctrl+C, when asked to by the system, and when the script that started this one is gone. */
function endWith(close: () => Promise<void>): void {
  let isEnding = false
  const end = (): void => {
    if (isEnding) return
    isEnding = true
    // What does not end in time is ended: the database survives that (reliability D1).
    setTimeout(() => process.exit(1), 10_000).unref()
    close().then(
      () => process.exit(0),
      (problem: unknown) => leave(1, `Counterproof did not end in order: ${String(problem)}`),
    )
  }
  process.on('SIGINT', end)
  process.on('SIGTERM', end)
  process.on('SIGHUP', end)
  process.on('disconnect', end)
}

const wishes = parseHeadlessArguments(process.argv.slice(2))
if (wishes.ok) await run(wishes.value)
else leave(2, `${wishes.problem}\n${usage}`)
