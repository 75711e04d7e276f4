import { useEffect, useState } from 'react'
import { useLocal } from '#renderer/client/index.ts'
import type { PrintJobRow } from '../words/job-word.ts'
import { PaperSign } from '../words/paper-sign.tsx'
import styles from './journal.module.css'

/** Who scrolls past wants no pictures. */
const restMilliseconds = 250
/** A day's papers; older ones are asked for again. */
const keptAtMost = 300
const kept = new Map<string, string>()

/** A small picture of the paper, asked for once somebody rests on its row; until then, and without one, what kind it is. */
export function JobThumbnail({ job }: { job: Pick<PrintJobRow, 'id' | 'form' | 'hasImage' | 'copy'> }) {
  const { id, form, hasImage, copy } = job
  const key = `${id} ${copy}`
  const { run } = useLocal('printJob.thumbnail')
  const [picture, setPicture] = useState(kept.get(key) ?? null)
  useEffect(() => {
    const known = kept.get(key) ?? null
    setPicture(known)
    if (known !== null || !hasImage) return
    const wish = { isDropped: false }
    const timer = setTimeout(() => {
      void run({ id }).then((answer) => {
        if (!answer.ok) return
        const [oldest] = kept.keys()
        if (kept.size >= keptAtMost && oldest !== undefined) kept.delete(oldest)
        const made = `data:${answer.value.mediaType};base64,${answer.value.data}`
        kept.set(key, made)
        if (!wish.isDropped) setPicture(made)
      })
    }, restMilliseconds)
    return () => {
      wish.isDropped = true
      clearTimeout(timer)
    }
  }, [run, id, key, hasImage])
  if (picture === null) return <PaperSign form={form} />
  return <img className={styles.thumbnail} src={picture} alt="" />
}
