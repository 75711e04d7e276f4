// Keeps a program and the script that started it together: neither outlives the other.
import { readFileSync } from 'node:fs'
import { say } from './bootstrap.mjs'

/** Where the system says so without a tool. */
function parentOf(pid) {
  try {
    const parent = Number(/^PPid:\s*(\d+)$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1])
    return parent > 0 ? parent : undefined
  } catch {
    return undefined
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (problem) {
    return problem.code === 'EPERM'
  }
}

export function stayWith(child) {
  // npm hands a signal to its shell, and that shell dies without handing it on: both are watched instead, so that no program
  // stays behind with a data folder in its hands.
  if (process.env.npm_lifecycle_event) {
    const shell = process.ppid
    const npm = parentOf(shell)
    const watch = setInterval(() => {
      if (process.ppid === shell && isAlive(shell) && (npm === undefined || isAlive(npm))) return
      clearInterval(watch)
      child.kill('SIGTERM')
    }, 250)
  }

  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('error', (problem) => {
    say(String(problem))
    process.exit(1)
  })
  child.on('exit', (code, signal) => {
    process.exit(code ?? (signal ? 1 : 0))
  })
}
