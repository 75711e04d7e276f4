import { RouterProvider } from '@tanstack/react-router'
import { useMemo } from 'react'
import { FollowPerson, useLook } from '#renderer/client/appearance.tsx'
import { AnswersProvider } from '#renderer/client/client-provider.tsx'
import { HouseProvider } from '#renderer/client/house.tsx'
import { KeepingProvider } from '#renderer/client/keeping.tsx'
import { OwnSolidProvider } from '#renderer/client/own-solid.tsx'
import { useSession } from '#renderer/client/session.tsx'
import { TakeBackProvider } from '#renderer/client/take-back.tsx'
import { Density, ListMemoryProvider, useToast } from '#renderer/ui/index.ts'
import { useFeatureParts } from './all-features.tsx'
import { createAppRouter } from './router.tsx'

/** Everything behind the gates, anew for each person: nothing that one was answered is drawn for the next. */
export function PersonScreens() {
  const { user } = useSession()
  return (
    <AnswersProvider key={user?.id}>
      <FollowPerson>
        <HouseProvider>
          <Screens />
        </HouseProvider>
      </FollowPerson>
    </AnswersProvider>
  )
}

function Screens() {
  const say = useToast()
  const look = useLook()
  const { routes, settingsPages } = useFeatureParts()
  const router = useMemo(() => createAppRouter({ routes, settingsPages }), [routes, settingsPages])
  return (
    <KeepingProvider>
      <TakeBackProvider say={say}>
        <OwnSolidProvider>
          <Density value={look.density}>
            <ListMemoryProvider>
              <RouterProvider router={router} />
            </ListMemoryProvider>
          </Density>
        </OwnSolidProvider>
      </TakeBackProvider>
    </KeepingProvider>
  )
}
