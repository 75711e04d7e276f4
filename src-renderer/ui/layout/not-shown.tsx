import { Button } from '../buttons/button.tsx'
import { useKeys } from '../keys/use-keys.tsx'
import { ErrorNotice } from '../notes/error-notice.tsx'
import { Content, Sheet } from './columns.tsx'
import { PageHeader } from './page-header.tsx'

interface NotShownProps {
  /** Of the list that the document would be in. */
  title: string
  /** "This product cannot be shown." */
  what: string
  why: string
  /** Of a fault, to be told to whoever helps. */
  reference?: string
  /** "To the list". */
  wayOn: string
  onWayOn: () => void
}

/** In place of a document that is not here, or may not be seen: why, and the way on. */
export function NotShown({ title, what, why, reference, wayOn, onWayOn }: NotShownProps) {
  useKeys([{ keys: 'Esc', label: wayOn, run: onWayOn }])
  return (
    <Sheet head={<PageHeader title={title} onBack={onWayOn} />}>
      <Content>
        <ErrorNotice what={what} why={why} {...(reference === undefined ? {} : { reference })}>
          <Button size={28} keys="Esc" onClick={onWayOn}>
            {wayOn}
          </Button>
        </ErrorNotice>
      </Content>
    </Sheet>
  )
}
