export { createLive } from './live.ts'
export { Worker, type WorkerOptions } from './worker.ts'
