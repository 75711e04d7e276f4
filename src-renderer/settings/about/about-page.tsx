import { useTranslation } from 'react-i18next'
import { useFormat, useQuery, useRefusalWords } from '#renderer/client/index.ts'
import { Button, ErrorNotice, Facts, StatusWord } from '#renderer/ui/index.ts'
import { SettingsSheet } from '../settings-sheet.tsx'
import { programVersion } from './program-version.ts'

/** What somebody reads to support over the telephone, and whether the records are whole. */
export function Screen() {
  const { t } = useTranslation('settings')
  const format = useFormat()
  const words = useRefusalWords()
  const { value: about, problem, askAgain } = useQuery('station.about', {})
  const chain = about?.chain
  return (
    <SettingsSheet title={t('screen.about.title')}>
      {problem !== null && (
        <ErrorNotice what={t('app:trouble.notLoaded')} why={words.problem(problem)}>
          <Button size={28} onClick={askAgain}>
            {t('ui:tryAgain')}
          </Button>
        </ErrorNotice>
      )}
      {chain?.state === 'broken' && (
        <ErrorNotice
          what={t('screen.about.broken', { at: format.count(chain.at) })}
          why={t('screen.about.brokenWhy')}
        />
      )}
      <Facts
        layout="columns"
        facts={[
          { label: t('screen.about.version'), value: <span className="mono">{programVersion}</span> },
          { label: t('screen.about.station'), value: about?.code ?? '–' },
          {
            label: t('screen.about.changes'),
            value: about === undefined ? '–' : format.count(about.changes),
            detail: t('screen.about.changesWhy'),
          },
          {
            label: t('screen.about.chain'),
            value:
              chain === undefined ? (
                <StatusWord glyph="half">{t('screen.about.checking')}</StatusWord>
              ) : (
                <StatusWord glyph={chain.state === 'whole' ? 'ink-check' : 'refused'}>
                  {t(`screen.about.chains.${chain.state}`)}
                </StatusWord>
              ),
          },
        ]}
      />
      <div>
        <Button onClick={askAgain}>{t('screen.about.checkAgain')}</Button>
      </div>
    </SettingsSheet>
  )
}
