export { buildServer, type ServerOptions } from './server.ts'
export { endpointsOf, type Endpoint } from './endpoints.ts'
export { generatedFiles } from './openapi/files.ts'
