import t from 'tap'
import { testCertificate } from '../../testing-certificates.ts'
import { checkOwnCertificate, describeCertificate, judgeCertificate, judgeNewCertificate, readChain } from './certificate.ts'

const host = 'hub.example.org'
const later = (days: number) => new Date(Date.now() + days * 86_400_000)
const describe = (pem: string) => describeCertificate(readChain(pem)![0]!)

t.test('a certificate of one\'s own is taken when it is for the host and has its key and its chain in order', async (t) => {
  const authority = await testCertificate('Our Authority', { authority: true })
  const own = await testCertificate(host, { by: authority })
  t.same(checkOwnCertificate(own.cert, own.key, host), [])
  t.same(checkOwnCertificate(`${own.cert}\n${authority.cert}`, own.key, host), [])
  t.same(checkOwnCertificate(own.cert, own.key, `lab.${host}`), [], 'a star stands for one label')

  const codes = (pem: string, key: string, name = host) => checkOwnCertificate(pem, key, name).map(({ field, code }) => `${field} ${code}`)
  t.same(codes(own.cert, own.key, 'hub.example.com'), ['certificate wrong-name'])
  t.same(codes(own.cert, own.key, `a.b.${host}`), ['certificate wrong-name'], 'and not for two')
  t.same(codes(own.cert, authority.key), ['key other-key'])
  t.same(codes(`${own.cert}\n${own.cert}`, own.key), ['certificate chain-order'])
  t.same(codes('no certificate', own.key), ['certificate pem'])
  t.same(codes(own.cert, 'no key'), ['key pem'])
  t.same(codes(own.cert, own.cert), ['key pem'])
})

t.test('what is said of a wrong key does not quote it', async (t) => {
  const own = await testCertificate(host)
  t.notMatch(JSON.stringify(checkOwnCertificate(own.cert, '-----BEGIN PRIVATE KEY-----\ns3cret\n-----END PRIVATE KEY-----', host)), 's3cret')
})

t.test('who comes to the host is told of by what they would stumble over', async (t) => {
  const own = describe((await testCertificate(host)).cert)
  const judge = (certificate: typeof own, now = new Date()) => judgeCertificate(certificate, host, now)?.code
  t.equal(judge(own), undefined)
  t.equal(judge(own, later(75)), undefined)
  t.equal(judge(own, later(77)), 'ExpiresSoon')
  t.equal(judge(own, later(91)), 'Expired')
  t.equal(judge(own, later(-200)), 'NotYetValid')
  t.equal(judge({ ...own, names: ['other.example.org'] }), 'WrongName')
  t.equal(judge({ ...own, issuer: '(STAGING) Pretend Pear X1' }), 'NotTrusted')
  t.equal(judge(describe((await testCertificate('TRAEFIK DEFAULT CERT')).cert)), 'StandInCertificate')
})

t.test('a certificate that is sent must be good today', async (t) => {
  t.match(judgeNewCertificate((await testCertificate(host, { days: -1 })).cert, new Date()), { code: 'Expired', what: /expired on \d{4}-\d\d-\d\d/ })
  t.equal(judgeNewCertificate((await testCertificate(host)).cert, new Date()), null)
  t.equal(judgeNewCertificate('no certificate', new Date()), null, 'that it is none is told elsewhere')
})
