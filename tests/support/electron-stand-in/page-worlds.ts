// Scripts that stand in the page for Electron's own: the hook of contextBridge in the page's world, and `electron` as a
// sandboxed preload may require it, in an isolated world.

export const worldName = 'preload'
export const bindingName = '__toMain'

/** In the page's world, before any script of the page: makes the exposed object when the isolated world describes it. */
export const bridgeHook = `
addEventListener('stand-in:expose', ({ detail }) => {
  const { name, values, functions } = JSON.parse(detail)
  const api = { ...values }
  for (const each of functions) {
    api[each] = (...words) => { dispatchEvent(new CustomEvent('stand-in:call', { detail: JSON.stringify({ name, each, words }) })) }
  }
  Object.defineProperty(window, name, { value: Object.freeze(api), enumerable: true })
}, { once: true })`

/** The preload bundle with the little it may require. Ports stay in this world and their messages pass as JSON. */
export function preloadScript(bundle: string, platform: string): string {
  return `(() => {
  if (window.top !== window) return
  const ports = new Map()
  const tell = (message) => ${bindingName}(JSON.stringify(message))
  globalThis.__fromMain = (message) => {
    const port = ports.get(message.port)
    if (message.is === 'data') port?.postMessage(message.data)
    else port?.close()
  }
  const electron = {
    contextBridge: {
      exposeInMainWorld(name, api) {
        const entries = Object.entries(api)
        const functions = entries.filter(([, value]) => typeof value === 'function').map(([each]) => each)
        const values = Object.fromEntries(entries.filter(([, value]) => typeof value !== 'function'))
        addEventListener('stand-in:call', ({ detail }) => {
          const call = JSON.parse(detail)
          if (call.name === name) api[call.each](...call.words)
        })
        dispatchEvent(new CustomEvent('stand-in:expose', { detail: JSON.stringify({ name, values, functions }) }))
      },
    },
    ipcRenderer: {
      postMessage(channel, message, transferred = []) {
        const given = transferred.map((port) => {
          const id = crypto.randomUUID()
          ports.set(id, port)
          port.onmessage = ({ data }) => tell({ is: 'data', port: id, data })
          port.addEventListener('close', () => tell({ is: 'close', port: id }))
          return id
        })
        tell({ is: 'post', channel, message, ports: given })
      },
    },
  }
  const require = (name) => {
    if (name === 'electron') return electron
    throw new Error('a sandboxed preload cannot require ' + name)
  }
  const process = Object.freeze({ platform: ${JSON.stringify(platform)} })
  const module = { exports: {} }
  ;((exports) => {\n${bundle}\n})(module.exports)
})()`
}
