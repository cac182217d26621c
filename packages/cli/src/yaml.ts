// A bundled CommonJS library has named exports for a static import only; this file is what is loaded late.
export { isMap, isScalar, LineCounter, parse, parseAllDocuments, stringify, type Document, type Node } from 'yaml'
