import { a4, type PageDocument } from '#shared/printing/page-document.ts'

/** Words of `users:recoverySheet` in the language of the paper. */
export type SheetWords = (key: string, params?: Readonly<Record<string, string>>) => string

export interface RecoverySheetFacts {
  readonly companyName: string
  readonly personName: string
  readonly code: string
  /** The day as the language writes it. */
  readonly madeOn: string
  readonly createdAt: string
  /** BCP 47. */
  readonly language: string
}

/**
 * The paper of the first start (U8): the only place where the code ever stands. It is drawn where it is shown and is never
 * put in the spool, whose bytes are kept.
 */
export function recoverySheet(facts: RecoverySheetFacts, say: SheetWords): PageDocument {
  return {
    form: 'page',
    title: say('recoverySheet.title'),
    language: facts.language,
    author: facts.companyName,
    createdAt: facts.createdAt,
    size: a4,
    margins: { top: 200, right: 200, bottom: 200, left: 250 },
    decimalMark: facts.language === 'en' ? '.' : ',',
    runningHead: null,
    copyTag: null,
    footer: { lines: [facts.companyName], pageWords: say('recoverySheet.page', { page: '{page}', pages: '{pages}' }) },
    blocks: [
      { block: 'title', text: say('recoverySheet.title'), number: null },
      {
        block: 'facts',
        across: 3,
        facts: [
          { label: say('recoverySheet.company'), value: facts.companyName },
          { label: say('recoverySheet.person'), value: facts.personName },
          { label: say('recoverySheet.madeOn'), value: facts.madeOn },
        ],
      },
      { block: 'text', text: say('recoverySheet.lead', { name: facts.personName }) },
      { block: 'space', height: 60 },
      { block: 'box', lines: [facts.code], face: 'mono', size: 'huge' },
      { block: 'space', height: 60 },
      { block: 'text', text: say('recoverySheet.how'), face: 'bold' },
      { block: 'text', text: say('recoverySheet.steps') },
      { block: 'space', height: 40 },
      { block: 'text', text: say('recoverySheet.keep'), face: 'bold' },
    ],
  }
}
