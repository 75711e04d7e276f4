import type { PagePrinted, PagePrinter, WindowsPage } from '#main/printing/module.ts'

/** The shell's printing of pages as the core's thread reaches it: by messages, one answer for each. */
export function shellPagePrinter(post: (id: number, page: WindowsPage) => void): {
  readonly printer: PagePrinter
  answered(id: number, answer: PagePrinted): void
} {
  const waiting = new Map<number, (answer: PagePrinted) => void>()
  let lastId = 0
  return {
    printer: {
      print: (page) =>
        new Promise((resolve) => {
          lastId += 1
          waiting.set(lastId, resolve)
          post(lastId, page)
        }),
    },
    answered: (id, answer) => {
      waiting.get(id)?.(answer)
      waiting.delete(id)
    },
  }
}
