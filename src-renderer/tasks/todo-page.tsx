import { useSession } from '#renderer/client/index.ts'
import { Screen as Findings } from './findings/findings-page.tsx'
import { Screen as Tasks } from './list/tasks-page.tsx'

/** What waits: findings first, for whoever may see them. */
export function Screen() {
  const { may } = useSession()
  return may('finding.see') ? <Findings /> : <Tasks />
}
