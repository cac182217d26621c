import type { Command } from 'commander'
import { contextOf, type Context } from '../context.ts'
import type { Io } from '../io.ts'
import type { Format } from '../output/format-names.ts'
import type { ConnectionOptions } from '../settings.ts'

/** The options that every command has. */
export interface CommonOptions extends ConnectionOptions { output: Format }

/** Options of a command and of the program above it, and the context that they make. */
export function read<Own extends object = object>(command: Command, io: Io): { options: Own & CommonOptions; context: Context } {
  const options = command.optsWithGlobals<Own & CommonOptions>()
  return { options, context: contextOf(io, options) }
}

/** For an option that may be given more than once. */
export const collect = (value: string, before: readonly string[] = []): string[] => [...before, value]
