interface User { name: string; servers: Record<string, { ready: boolean; last_activity: string }> }

/** The default servers that are ready, by user, each with the seconds since its last activity. `get` asks JupyterHub's API as administrator. */
export async function readyServers(get: (path: string) => Promise<Response>): Promise<Record<string, number>> {
  const users = await (await get('/users?state=ready')).json() as User[]
  return Object.fromEntries(users.map(({ name, servers }) => [name, (Date.now() - Date.parse(servers['']!.last_activity)) / 1000]))
}
