export { partiesModule } from '#main/parties/module.ts'
