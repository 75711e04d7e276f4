import type { FeatureModule } from '#main/platform/bus/module.ts'
import { addTask } from './commands/add-task.ts'
import { changeTask } from './commands/change-task.ts'
import { commentTask } from './commands/comment-task.ts'
import { moveTask } from './commands/move-task.ts'
import { resolveFinding } from './commands/resolve-finding.ts'
import { takeFinding } from './commands/take-finding.ts'
import { earlySubjects } from './early-subjects.ts'
import type { AnyFindingSubject } from './finding-subject.ts'
import { findingSeenProjection, taskCommentProjection, taskProjection } from './projection.ts'
import { findingQueries } from './queries/list-findings.ts'
import { taskQueries } from './queries/list-tasks.ts'

/** Tasks and findings are about documents of features behind them; these say of their own what is to be known. */
export function tasksModule(later: readonly AnyFindingSubject[]): FeatureModule {
  const subjects = [...earlySubjects, ...later]
  return {
    name: 'tasks',
    projections: [taskProjection, taskCommentProjection, findingSeenProjection],
    commands: [addTask, changeTask, moveTask, commentTask, takeFinding, resolveFinding(subjects)],
    queries: [...taskQueries(subjects), ...findingQueries(subjects)],
  }
}
