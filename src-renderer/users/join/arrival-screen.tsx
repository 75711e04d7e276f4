import firstStart from '../first-start/first-start.module.css'
import { ArrivalProgress } from './arrival-progress.tsx'
import { JoinFrame } from './join-frame.tsx'

/** The shop is on its way here; the sign-in screen follows by itself as soon as there is somebody to sign in. */
export function Screen() {
  return (
    <JoinFrame step="arrival">
      <div className={firstStart.fields}>
        <ArrivalProgress />
      </div>
    </JoinFrame>
  )
}
