import t from 'tap'
import { newestAcmeError } from './certificate-trouble.ts'

const failed = 'time="2026-11-24T10:00:00Z" level=error msg="Unable to obtain ACME certificate for domains \\"hub.example.org\\"" ACME CA="https://acme-v02.api.letsencrypt.org/directory" error="unable to generate a certificate for the domains [hub.example.org]: error: one or more domains had a problem: [hub.example.org] acme: error: 400 :: urn:ietf:params:acme:error:dns :: DNS problem: NXDOMAIN looking up A for hub.example.org" providerName=default.acme'

t.test('what Let\'s Encrypt said last is told as it said it', async (t) => {
  t.match(newestAcmeError(`level=info msg="Starting"\n${failed}\nlevel=info msg="other"`), { code: 'LetsEncryptRefuses', what: /NXDOMAIN looking up A for hub\.example\.org$/ })
})

t.test('no trouble is made of a log without an error, nor of one after which a certificate came', async (t) => {
  t.equal(newestAcmeError(''), null)
  t.equal(newestAcmeError(`${failed}\nlevel=debug msg="Certificates obtained for domains [hub.example.org]"`), null)
})
