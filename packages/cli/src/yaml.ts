// A bundled CommonJS library has named exports for a static import only; this file is what is loaded late.
export { parse, stringify } from 'yaml'
