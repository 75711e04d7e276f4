export { DocumentTasks, FindingNotice } from './document-parts.tsx'
