import {
  IconArrowsSplit2,
  IconBox,
  IconBuildingStore,
  IconCash,
  IconChartBar,
  IconClipboardList,
  IconFileText,
  IconFileTypePdf,
  IconPackages,
  IconPlus,
  IconPrinter,
  IconReceipt2,
  IconScan,
  IconSend,
  IconSettings,
  IconShoppingCart,
  IconTruckDelivery,
  IconUsers,
} from '@tabler/icons-react'
import type { ReactNode } from 'react'
import {
  Brand,
  Button,
  FindField,
  Glyph,
  NavGroup,
  NavItem,
  RegisterMark,
  type RegisterState,
  Shell,
  SlugLine,
  SlugPart,
  useKeys,
} from '#renderer/ui/index.ts'

interface FrameProps {
  active: string
  orderIsSolid?: boolean
  sync?: RegisterState
  children: ReactNode
}

const SYNC: Record<RegisterState, readonly [string, string]> = {
  in: ['In register', 'all sent 14:02'],
  out: ['3 changes waiting', 'cloud reached 14:02'],
  offline: ['Offline since 13:20', '17 changes kept here'],
}

function nothing() {}

/** The whole frame of the program round a sample page. */
export function Frame({ active, orderIsSolid = false, sync = 'in', children }: FrameProps) {
  useKeys([
    { keys: 'Alt+N', label: 'New order', run: nothing, scope: 'global' },
    { keys: 'Alt+Q', label: 'New quotation', run: nothing, scope: 'global' },
    { keys: 'Ctrl+K', label: 'Find', run: nothing, scope: 'global' },
    { keys: 'G O', label: 'Go to orders', run: nothing, scope: 'global' },
  ])
  const [word, detail] = SYNC[sync]
  return (
    <Shell
      navigationLabel="Places"
      topBar={
        <>
          <Brand name="Counterproof" />
          <FindField label="Find or scan an order, customer, product, action" onOpen={nothing} />
          <Button icon={<IconFileText size={17} />} keys="Alt+Q">
            Quotation
          </Button>
          <Button kind={orderIsSolid ? 'solid' : 'outlined'} icon={<IconPlus size={17} />} keys="Alt+N">
            Order
          </Button>
        </>
      }
      navigation={<Places active={active} />}
      slugLine={
        <SlugLine
          label="State of this station"
          right={
            <>
              <SlugPart>Counter 1, Utrecht</SlugPart>
              <SlugPart>Femke J.</SlugPart>
              <SlugPart isStrong>Thu 19 Nov 14:07</SlugPart>
            </>
          }
        >
          <SlugPart sign={<RegisterMark state={sync} size={14} />} detail={detail} onClick={nothing} isStrong isLive>
            {word}
          </SlugPart>
          <SlugPart sign={<Glyph name="ink-check" size={13} />} detail="ready" onClick={nothing}>
            A4 Kyocera P3150
          </SlugPart>
          <SlugPart sign={<Glyph name="ink-check" size={13} />} detail="ready" onClick={nothing}>
            Receipt TM-T88
          </SlugPart>
          <SlugPart sign={<Glyph name="needs-you" size={13} />} detail="out of labels" onClick={nothing} isStrong>
            Label ZD421
          </SlugPart>
        </SlugLine>
      }
    >
      {children}
    </Shell>
  )
}

function Places({ active }: { active: string }) {
  const place = (label: string, icon: ReactNode, count?: number) => (
    <NavItem label={label} icon={icon} href={`#${label}`} isActive={label === active} {...(count ? { count } : {})} />
  )
  return (
    <>
      <NavGroup>
        {place('Counter', <IconBuildingStore />)}
        <NavItem
          label="Orders"
          icon={<IconClipboardList />}
          href="#Orders"
          keys="G O"
          isActive={active === 'Orders'}
          count={214}
          countLabel="214 open"
        />
        {place('Quotations', <IconFileText />, 31)}
        {place('Production', <IconPrinter />, 61)}
        {place('Dispatch', <IconSend />, 12)}
        {place('Picking', <IconScan />, 18)}
        {place('Shipments', <IconTruckDelivery />, 7)}
      </NavGroup>
      <NavGroup>
        {place('Purchasing', <IconShoppingCart />, 9)}
        {place('Stock', <IconPackages />)}
        {place('Invoices', <IconReceipt2 />, 26)}
        {place('Payments', <IconCash />)}
      </NavGroup>
      <NavGroup>
        {place('Parties', <IconUsers />)}
        {place('Products', <IconBox />)}
      </NavGroup>
      <NavGroup>
        <NavItem
          label="Print journal"
          icon={<IconFileTypePdf />}
          href="#journal"
          isActive={active === 'Print journal'}
          count={1}
          countGlyph="unknown"
        />
        <NavItem label="Conflicts" icon={<IconArrowsSplit2 />} href="#conflicts" count={2} countGlyph="versions" />
        {place('Reports', <IconChartBar />)}
        {place('Settings', <IconSettings />)}
      </NavGroup>
    </>
  )
}
