import { useTranslation } from 'react-i18next'
import { useGo, useHere, useKeptState, useQuery } from '#renderer/client/index.ts'
import { Content, EmptyState, Segmented, SideColumn, useKeys } from '#renderer/ui/index.ts'
import { TodoFrame } from '../todo-frame.tsx'
import { FindingCard } from './finding-card.tsx'
import { FindingDetail } from './finding-detail.tsx'
import styles from './findings.module.css'

const shows = ['open', 'mine', 'answered'] as const
type Show = (typeof shows)[number]
const isShow = (value: unknown): value is Show => shows.some((each) => each === value)

/** Findings: the list at the left, the one in hand at the right (picture 08). */
export function Screen() {
  const { t } = useTranslation('tasks')
  const go = useGo()
  const here = useHere()
  const [show, setShow] = useKeptState<Show>('tasks.findings', 'open', isShow)
  const list = useQuery('finding.list', { show, limit: 200 })
  const rows = list.value?.rows ?? []
  const wished = here.startsWith('/todo/findings/') ? here.slice('/todo/findings/'.length) : null
  // A finding that was answered a moment ago stays in hand until somebody chooses another one.
  const inHand = wished ?? rows[0]?.id ?? null
  const step = (by: number) => () => {
    const at = rows.findIndex(({ id }) => id === inHand)
    const next = rows[Math.min(rows.length - 1, Math.max(0, at + by))]
    if (next !== undefined) go(`/todo/findings/${next.id}`, { replaces: true })
  }
  useKeys([
    { keys: 'Alt+ArrowDown', label: t('finding.next'), run: step(1), isActive: rows.length > 0 },
    { keys: 'Alt+ArrowUp', label: t('finding.previous'), run: step(-1), isActive: rows.length > 0 },
  ])
  return (
    <TodoFrame tab="findings">
      <SideColumn width={268} side="left" label={t('tab.findings')}>
        <div className={styles.filter}>
          <Segmented
            label={t('finding.show')}
            labelIsHidden
            size={28}
            fullWidth
            value={show}
            onChange={setShow}
            segments={shows.map((value) => ({ value, label: t(`finding.${value}`) }))}
          />
        </div>
        <ul className={styles.cards}>
          {rows.map((row) => (
            <FindingCard
              key={row.id}
              finding={row}
              isInHand={row.id === inHand}
              onTake={() => go(`/todo/findings/${row.id}`, { replaces: true })}
            />
          ))}
        </ul>
        <p className={styles.promise}>{t('finding.nothingLost')}</p>
      </SideColumn>
      {inHand === null ? (
        <Content>
          {!list.isFirstLoad && <EmptyState title={t(`finding.none.${show}`)}>{t('finding.noneWhy')}</EmptyState>}
        </Content>
      ) : (
        <FindingDetail key={inHand} id={inHand} />
      )}
    </TodoFrame>
  )
}
