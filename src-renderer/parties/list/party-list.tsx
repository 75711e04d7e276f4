import { IconUserPlus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useGo, useSession } from '#renderer/client/index.ts'
import {
  Button,
  CheckboxField,
  Content,
  DataTable,
  FootBar,
  KeyCap,
  PageHeader,
  SearchField,
  Sheet,
  useKeys,
} from '#renderer/ui/index.ts'
import { NoParties } from './no-parties.tsx'
import styles from './party-list.module.css'
import { usePartyColumns } from './use-party-columns.ts'
import { type PartyRow, usePartyList } from './use-party-list.ts'

/** All customers and suppliers: find one by anything one knows of them, or walk the list. */
export function Screen() {
  const { t } = useTranslation('parties')
  const go = useGo()
  const { may } = useSession()
  const list = usePartyList()
  const columns = usePartyColumns(!list.isSearch)
  const canRegister = may('party.register')
  const open = ({ id }: PartyRow) => go(`/parties/${id}`)
  const typed = list.search.trim()
  const addNew = () => go(typed === '' ? '/parties/new' : `/parties/new?typed=${encodeURIComponent(typed)}`)
  const openBest = async () => {
    const best = await list.best()
    if (best === null) return
    if (best !== undefined) open(best)
    // Nobody is called so: what was typed begins a new customer, and Esc comes back here.
    else if (canRegister && typed !== '') addNew()
  }
  useKeys([{ keys: 'N', label: t('screen.list.add'), run: addNew, isActive: canRegister }])
  const dropFilters = () => {
    list.setSearch('')
    list.setArchived(false)
  }
  return (
    <Sheet
      head={
        <>
          <PageHeader
            title={t('screen.list.title')}
            beside={
              list.total !== null && <span className="t-hint">{t('screen.list.count', { count: list.total })}</span>
            }
            actions={
              canRegister && (
                <Button keys="N" icon={<IconUserPlus size={17} stroke={1.6} aria-hidden />} onClick={addNew}>
                  {t('screen.list.add')}
                </Button>
              )
            }
          />
          <div className={styles.filters}>
            <SearchField
              label={t('screen.list.search')}
              placeholder={t('screen.list.searchHint')}
              value={list.search}
              onChange={list.setSearch}
              onEnter={() => void openBest()}
              onDown={() => list.first !== undefined && list.table.setFocusedId(list.first.id)}
              maxLength={200}
            />
            <CheckboxField
              label={t(list.isSearch ? 'screen.list.withArchived' : 'screen.list.archived')}
              isChecked={list.archived}
              onChange={list.setArchived}
            />
          </div>
        </>
      }
      foot={
        <FootBar
          right={
            <span className={styles.keys}>
              <KeyCap keys="Up" show="always" />
              <KeyCap keys="Down" show="always" /> {t('screen.list.move')} <KeyCap keys="Enter" show="always" />{' '}
              {t('screen.list.open')}
            </span>
          }
        >
          {list.hasMore && <span>{t('screen.list.more')}</span>}
        </FootBar>
      }
    >
      <Content kind="list">
        <DataTable
          isMain
          label={t('screen.list.title')}
          columns={columns}
          rows={list.rows}
          rowId={({ id }) => id}
          rowLabel={({ code, name }) => `${code} ${name}`}
          rowTone={({ archived }) => (archived ? 'settled' : 'plain')}
          state={list.table}
          onOpen={open}
          empty={<NoParties list={list} onDrop={dropFilters} onAdd={addNew} />}
        />
      </Content>
    </Sheet>
  )
}
