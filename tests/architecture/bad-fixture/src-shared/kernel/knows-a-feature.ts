export { partyWord } from '#shared/parties/party.ts'
