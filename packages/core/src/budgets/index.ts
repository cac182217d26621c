export * from './budget.ts'
export * from './look.ts'
