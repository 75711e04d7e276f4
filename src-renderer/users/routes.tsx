import { IconKey, IconUsersGroup } from '@tabler/icons-react'
import type { FeatureScreens } from '#renderer/client/index.ts'
import { userKinds } from './user-kinds.ts'

export const usersScreens: FeatureScreens = {
  gates: [
    {
      id: 'arrival',
      isClosed: ({ isJoining }) => isJoining,
      load: () => import('./join/arrival-screen.tsx'),
    },
    {
      id: 'firstStart',
      isClosed: ({ isSetUp, needsFirstPassword }) => !isSetUp || needsFirstPassword,
      load: () => import('./first-start/first-start-screen.tsx'),
    },
    {
      id: 'signIn',
      isClosed: ({ user }) => user === null,
      load: () => import('./sign-in/sign-in-screen.tsx'),
    },
  ],
  documentKinds: userKinds,
  settingsPages: [
    {
      id: 'people',
      rank: 50,
      word: 'users:screen.menu.people',
      icon: IconUsersGroup,
      load: () => import('./people/people-page.tsx'),
      grant: 'user.see',
    },
    {
      id: 'me',
      rank: 60,
      word: 'users:screen.menu.me',
      icon: IconKey,
      load: () => import('./me/me-page.tsx'),
    },
  ],
}
