import { EventEmitter } from 'node:events'
import { tmpdir } from 'node:os'
import { acts, facts } from './control.ts'

/** An event that its listeners may prevent, as Electron gives them. */
export function preventable<F extends object>(fields: F): F & { defaultPrevented: boolean; preventDefault(): void } {
  return {
    ...fields,
    defaultPrevented: false,
    preventDefault() {
      this.defaultPrevented = true
    },
  }
}

class App extends EventEmitter {
  readonly isPackaged = false
  /** Closes what belongs to the program's windows; set by them. */
  closeWindows: () => Promise<void> = async () => {}

  whenReady = async (): Promise<void> => {
    await new Promise((resolve) => setImmediate(resolve))
    facts.calls.push('ready')
  }
  requestSingleInstanceLock(): boolean {
    facts.calls.push('requestSingleInstanceLock')
    return true
  }
  enableSandbox(): void {
    facts.calls.push('enableSandbox')
  }
  setPath(name: string, path: string): void {
    facts.paths[name] = path
  }
  getPath(name: string): string {
    return facts.paths[name] ?? tmpdir()
  }
  getLocale(): string {
    return 'en-GB'
  }
  getVersion(): string {
    return '0.0.0-stand-in'
  }
  getName(): string {
    return 'Counterproof'
  }
  quit(): void {
    const leaving = preventable({})
    this.emit('before-quit', leaving)
    if (leaving.defaultPrevented) return
    void this.closeWindows().then(() => {
      const last = preventable({})
      this.emit('will-quit', last)
      if (!last.defaultPrevented) this.exit(0)
    })
  }
  exit(code = 0): void {
    this.emit('quit', preventable({}), code)
    // What was said to the test before is still on its way.
    if (process.send) process.send({ exit: code }, () => process.exit(code))
    else process.exit(code)
  }
}

export const app = new App()

acts.set('quit', () => {
  setImmediate(() => app.quit())
})
acts.set('secondInstance', () => {
  app.emit('second-instance', preventable({}), [], '', null)
})
