/** Where the bytes of a file are, for pages of later features that show one. */
export { FileLink } from './file-link.tsx'
export { FilePlaceWords } from './file-place-words.tsx'
export { type FilePlaceHere, useFilePlace } from './use-file-place.ts'
