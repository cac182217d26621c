import type { BilledComponent } from '@hubfleet/core'

/** The first that fits a line's service and what it was charged for, in lower case. */
const rules: readonly [BilledComponent, RegExp][] = [
  ['other', /cloud storage|amazons3\b|simple storage service|\bblob\b|container registry|artifact registry|amazonecr|elastic container registry|cloud logging|cloud monitoring|cloudwatch|azure monitor|log analytics|key management|awskms|key vault|amazonrds|cloud sql/],
  ['load-balancers', /load ?balanc|forwarding rule|loadbalancerusage|lcuusage|awselb|application gateway/],
  ['network', /\bnat\b|nat ?gateway|cloud nat/],
  ['addresses', /public ?ipv4|ip address|static ip|external ip|elasticip|elastic ip|public ip|idleaddress|inuseaddress/],
  ['network', /egress|ingress|data transfer|datatransfer|-bytes\b|bandwidth|inter ?zone|inter ?region|\bvpc\b|vpcendpoint|cloud dns|route ?53|azure dns|private link|network internet/],
  ['storage', /\bpd\b|persistent disk|hyperdisk|\bdisks?\b|storage pd|ebs:|ebs\b|volumeusage|provisioned storage|snapshot|amazonefs|elastic file system|filestore|azure files|\bfiles\b|netapp|amazonfsx/],
  ['control-plane', /kubernetes clusters?\b|hours:percluster|extendedsupport|uptime sla|cluster management|kubernetes engine(?!.*(autopilot|pod))|amazoneks(?!.*(automode|auto-mode|fargate))|elastic kubernetes service|elastic container service for kubernetes|azure kubernetes service/],
  ['compute', /compute|amazonec2|elastic compute cloud|virtual machines|instance|boxusage|spotusage|autopilot|amazoneks|fargate|savings ?plan|\bgpu\b|kubernetes/],
  ['network', /virtual network|networking/],
]

export function componentOf({ service, sku }: { service: string; sku: string }): BilledComponent {
  const text = `${service} ${sku}`.toLowerCase()
  return rules.find(([, pattern]) => pattern.test(text))?.[0] ?? 'other'
}
