import { checkHubSpec, joinSecrets, loginProbe } from '@hubfleet/core'
import { inSync, waiting, type Step } from '@hubfleet/engine'
import type { HubScope } from './scope.ts'

/** Whether people can log in, as far as that can be known before they try. A hub is ready without. */
export const loginWorks: Step<HubScope> = {
  name: 'login', condition: 'LoginReady', advisory: true,
  async observe({ site, hub, secrets }, signal) {
    const nobody = checkHubSpec(hub.spec, secrets.fields).warnings.find(({ code }) => code === 'nobody-may-log-in')
    // only a change of the spec helps
    if (nobody) return waiting(nobody.what, 300, 'NobodyMayLogIn')
    const probe = loginProbe(joinSecrets(hub.spec, secrets.fields))
    if (!probe) return inSync(`${hub.spec.login.type}: nobody outside has to know the hub`)
    const { fault, seen } = await site.login(probe, signal)
    return fault ? waiting(fault.what, 60, fault.code) : inSync(seen)
  },
}
