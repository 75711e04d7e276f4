import type { FilePlaceHere } from './use-file-place.ts'

interface FileLinkProps {
  readonly href: string | undefined
  readonly name: string
  readonly place: FilePlaceHere | undefined
}

/** A file's name, to be saved where its bytes are here: never a link that leads nowhere (FI6). */
export function FileLink({ href, name, place }: FileLinkProps) {
  if (href === undefined || place?.place !== 'here') return <span className="one-line">{name}</span>
  return (
    <a className="one-line" href={href} download={name}>
      {name}
    </a>
  )
}
