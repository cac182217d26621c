/** `maxServers` is `max-servers` on a command line, and `hubDiskGiB` `hub-disk-gib`. */
export const kebab = (name: string): string => name.replace('GiB', 'Gib').replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
