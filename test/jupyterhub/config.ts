import { configurableHttpProxy } from './programs.ts'

export interface ConfigInput {
  dir: string
  publicPort: number
  hubPort: number
  proxyPort: number
  proxyToken: string
  services: { name: string; api_token: string; admin?: boolean }[]
  roles: { name: string; scopes: string[]; services: string[] }[]
  /** Further settings, `Class.trait` to a JSON value. */
  settings: Record<string, unknown>
  /** Python that is run after the settings, as `hub.extraConfig` of the chart. */
  code?: string
}

/**
 * A jupyterhub_config.py. Users are local processes of whoever runs the test; anybody may log in. Activity arrives at once instead
 * of after the minutes that are the defaults, and is not rounded.
 */
export function jupyterhubConfig({ dir, publicPort, hubPort, proxyPort, proxyToken, services, roles, settings, code = '' }: ConfigInput): string {
  const traits: Record<string, unknown> = {
    'JupyterHub.bind_url': `http://127.0.0.1:${publicPort}`,
    'JupyterHub.hub_bind_url': `http://127.0.0.1:${hubPort}`,
    'JupyterHub.db_url': `sqlite:///${dir}/jupyterhub.sqlite`,
    'JupyterHub.cookie_secret_file': `${dir}/cookie-secret`,
    'JupyterHub.authenticator_class': 'dummy',
    'Authenticator.allow_all': true,
    'JupyterHub.spawner_class': 'simple',
    'SimpleLocalProcessSpawner.home_dir_template': `${dir}/homes/{username}`,
    // Tests may run as root, which jupyter_server refuses without being told.
    'Spawner.args': ['--allow-root'],
    'Spawner.environment': { JUPYTERHUB_ACTIVITY_INTERVAL: '1' },
    'LocalProcessSpawner.interrupt_timeout': 1,
    'LocalProcessSpawner.term_timeout': 1,
    'ConfigurableHTTPProxy.command': [configurableHttpProxy],
    'ConfigurableHTTPProxy.api_url': `http://127.0.0.1:${proxyPort}`,
    'ConfigurableHTTPProxy.auth_token': proxyToken,
    'ConfigurableHTTPProxy.pid_file': `${dir}/proxy.pid`,
    'JupyterHub.allow_named_servers': true,
    'JupyterHub.last_activity_interval': 1,
    'JupyterHub.activity_resolution': 0,
    'JupyterHub.services': services,
    'JupyterHub.load_roles': roles,
    ...settings,
  }
  // A JSON string in a Python string: JSON's true and null are no Python.
  return ['import json', ...Object.entries(traits).map(([trait, value]) => `c.${trait} = json.loads(${JSON.stringify(JSON.stringify(value))})`), code, ''].join('\n')
}
