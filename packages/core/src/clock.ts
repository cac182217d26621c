/** Where time comes from. Everything that decides by time takes one, so that a sandbox can live a term in a minute and tests never sleep. */
export interface Clock { now(): Date }

export const systemClock: Clock = { now: () => new Date() }
