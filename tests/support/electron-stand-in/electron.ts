// The module `electron` for the main process, as far as the program uses it.
import { acts, facts } from './control.ts'

export { app } from './app.ts'
export { ipcMain, protocol, session } from './protocol.ts'
export { safeStorage } from './safe-storage.ts'
export { BrowserWindow } from './window.ts'

const answers: { question: number } = { question: 1 }
acts.set('answerQuestions', (value) => {
  answers.question = Number(value)
})

export const dialog = {
  showMessageBox: async ({ message }: { message: string }) => {
    facts.questions.push(message)
    return { response: answers.question, checkboxChecked: false }
  },
  showErrorBox: (title: string, content: string) => {
    facts.errors.push(`${title}: ${content}`)
    process.send?.({ error: `${title}: ${content}` })
  },
}

export const shell = {
  openExternal: async (url: string) => {
    facts.openedOutside.push(url)
  },
}

export const Menu = {
  buildFromTemplate: (template: unknown) => template,
  setApplicationMenu: (template: unknown) => facts.menus.push(template),
}

export const screen = {
  getDisplayMatching: () => ({ workArea: { x: 0, y: 0, width: 1920, height: 1080 } }),
}
