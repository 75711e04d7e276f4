export { partyRule } from '#shared/parties/party-rules.ts'
