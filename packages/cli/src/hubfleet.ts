#!/usr/bin/env node
import { processIo } from './io.ts'
import { main } from './main.ts'

// `hubfleet hub list | head` closes the pipe early: that is no error.
process.stdout.on('error', ({ code }: NodeJS.ErrnoException) => process.exit(code === 'EPIPE' ? 0 : 1))
process.exitCode = await main(process.argv.slice(2), processIo())
