import type { CodePage } from './printer-profile.ts'

/** Lines of the strip a person reads: the pages where receipt printers usually have our letters, likeliest first. */
export const codePageCandidates: readonly CodePage[] = [
  { page: 19, encoding: 'cp858' },
  { page: 18, encoding: 'cp852' },
  { page: 16, encoding: 'windows1252' },
  { page: 45, encoding: 'windows1250' },
  { page: 39, encoding: 'iso88592' },
  { page: 40, encoding: 'iso885915' },
  { page: 2, encoding: 'cp850' },
  { page: 0, encoding: 'cp437' },
]
