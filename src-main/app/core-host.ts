import { homedir, hostname } from 'node:os'
import { Worker } from 'node:worker_threads'
import { DatabaseRefused } from '#main/platform/database/open-database.ts'
import type { SecretBox } from '#main/platform/secrets/secret-box.ts'
import type { PagePrinted, PagePrinter, WindowsPage } from '#main/printing/module.ts'
import type { ServerFrame } from '#shared/kernel/contract.ts'
import type { Core, CoreConnection, CoreOptions } from './core.ts'
import type { BoxAnswer, BoxQuestion, CoreMethods, FromWorker, ToWorker, WorkerSetting } from './core-protocol.ts'
import { defaultKeysFolder } from './default-data-folder.ts'

/**
 * Starts the core in its worker thread (W11) and offers it to a shell. Rejects with `DatabaseRefused` when the data folder
 * may not be opened, so that the shell can say why.
 */
export async function startCore(options: CoreOptions): Promise<Core> {
  const computer = { platform: process.platform, home: homedir(), environment: process.env }
  const setting: WorkerSetting = {
    dataFolder: options.dataFolder,
    demo: options.demo,
    version: options.version,
    workerUrl: options.workerUrl.href,
    host: hostname(),
    pid: process.pid,
    hasKeychain: options.secretBox !== undefined,
    hasPagePrinter: options.pagePrinter !== undefined,
    sync: { keysFolder: defaultKeysFolder(computer), stationName: hostname(), ...options.sync },
  }
  const worker = new Worker(options.workerUrl, { workerData: setting })
  const connections = new Map<number, (frame: ServerFrame) => void>()
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (problem: Error) => void }>()
  let lastCall = 0
  let lastConnection = 0

  const post = (message: ToWorker): void => worker.postMessage(message)
  const call = <M extends keyof CoreMethods>(
    method: M,
    ...args: Parameters<CoreMethods[M]>
  ): Promise<ReturnType<CoreMethods[M]>> =>
    new Promise((resolve, reject) => {
      lastCall += 1
      waiting.set(lastCall, { resolve: (value) => resolve(value as ReturnType<CoreMethods[M]>), reject })
      post({ is: 'call', id: lastCall, method, args })
    })

  await new Promise<void>((resolve, reject) => {
    worker.on('message', (message: FromWorker) => {
      switch (message.is) {
        case 'ready':
          return resolve()
        case 'refused':
          return reject(new DatabaseRefused(message.code, message.params))
        case 'return':
          waiting.get(message.id)?.resolve(message.value)
          waiting.delete(message.id)
          return
        case 'threw':
          waiting.get(message.id)?.reject(new Error(message.problem))
          waiting.delete(message.id)
          return
        case 'frame':
          return connections.get(message.connection)?.(message.frame)
        case 'announce':
          for (const deliver of connections.values()) deliver(message.frame)
          return
        case 'log':
          return options.log(message.line)
        case 'printPage':
          void printPage(options.pagePrinter, message.page).then((answer) =>
            post({ is: 'pagePrinted', id: message.id, answer }),
          )
          return
        case 'box':
          void askBox(options.secretBox, message.ask).then((answer) => post({ is: 'boxed', id: message.id, ...answer }))
          return
      }
    })
    worker.on('error', (problem) => {
      reject(problem)
      for (const each of waiting.values()) each.reject(problem)
    })
    worker.on('exit', (code) => {
      const gone = new Error(`the core ended with ${code}`)
      reject(gone)
      for (const each of waiting.values()) each.reject(gone)
      waiting.clear()
    })
  })

  return {
    state: () => call('state'),
    issueEntryCode: () => call('issueEntryCode'),
    redeemEntryCode: (code) => call('redeemEntryCode', code),
    issueRunToken: () => call('issueRunToken'),
    openWindowSession: () => call('openWindowSession'),
    locateFile: (token, hash) => call('locateFile', token, hash),
    pairingCode: () => call('pairingCode'),
    exportShop: (path) => call('exportShop', path),
    connect: async (token, deliver): Promise<CoreConnection | null> => {
      if (!(await call('hasSession', token))) return null
      lastConnection += 1
      const connection = lastConnection
      connections.set(connection, deliver)
      return {
        send: (frame) => post({ is: 'frame', connection, token, frame }),
        close: () => {
          connections.delete(connection)
        },
      }
    },
    close: async () => {
      await call('close')
      await worker.terminate()
    },
  }
}

async function printPage(printer: PagePrinter | undefined, page: WindowsPage): Promise<PagePrinted> {
  if (printer === undefined) {
    return { ok: false, isCertain: true, reason: 'programMissing', detail: 'this shell prints no pages' }
  }
  try {
    return await printer.print(page)
  } catch (problem) {
    return { ok: false, isCertain: false, reason: 'abortedAtPrinter', detail: String(problem) }
  }
}

async function askBox(box: SecretBox | undefined, ask: BoxQuestion): Promise<BoxAnswer> {
  if (box === undefined) return { ok: false, problem: 'this shell has no keychain' }
  try {
    switch (ask.do) {
      case 'strength':
        return { ok: true, value: await box.strength() }
      case 'seal':
        return { ok: true, value: await box.seal(ask.text) }
      case 'open':
        return { ok: true, value: await box.open(ask.sealed) }
    }
  } catch (problem) {
    return { ok: false, problem: String(problem) }
  }
}
