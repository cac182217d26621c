export * from './config.ts'
export * from './hubfleet.ts'
export { consoleLog } from './log.ts'
