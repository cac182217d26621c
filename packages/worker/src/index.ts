export { createLive } from './live.ts'
export { defaultPrices, type PriceSettings } from './prices/settings.ts'
export { Worker, type WorkerOptions } from './worker.ts'
