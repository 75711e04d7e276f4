export { partyList } from '../parties/party-list.tsx'
