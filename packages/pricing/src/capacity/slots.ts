export type Binding = 'memory' | 'cpu' | 'pods' | 'volumes'

/** What a node has for servers. `extra` holds other resources by name; one that is missing is not there at all. */
export interface Room { cpuMilli: number; memoryMiB: number; pods: number; volumes: number; extra?: Record<string, number> }

/** What one server reserves; `volume`: it attaches a disk of its own. */
export interface ServerNeeds { cpuMilli: number; memoryMiB: number; volume: boolean; extra?: Record<string, number> }

/** How many servers fit in the room, and what stops the next one: the first of memory, cpu, pods, volumes and other resources that is the least. */
export function slotsIn(room: Room, needs: ServerNeeds): { slots: number; binding: string } {
  const limits: [string, number][] = [
    ['memory', fits(room.memoryMiB, needs.memoryMiB)],
    ['cpu', fits(room.cpuMilli, needs.cpuMilli)],
    ['pods', Math.max(0, Math.floor(room.pods))],
    ['volumes', needs.volume ? Math.max(0, room.volumes) : Infinity],
    ...Object.entries(needs.extra ?? {}).map(([name, each]): [string, number] => [name, fits(room.extra?.[name] ?? 0, each)]),
  ]
  const [binding, slots] = limits.reduce((least, limit) => (limit[1] < least[1] ? limit : least))
  return { slots, binding }
}

/** The tiny addend keeps 0.6 / 0.2 at 3. */
const fits = (room: number, each: number): number => (each > 0 ? Math.max(0, Math.floor(room / each + 1e-9)) : Infinity)
