/** A text without secrets. Short ones would mask words that only look like them. */
export const masked = (text: string, secrets: readonly string[]): string => secrets.filter((secret) => secret.length >= 8).reduce((shown, secret) => shown.replaceAll(secret, '••••••••'), text)
