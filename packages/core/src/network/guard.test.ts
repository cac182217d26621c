import fc from 'fast-check'
import t from 'tap'
import { isAllowed, judgeAddress } from './guard.ts'

t.test('addresses that lead back inside are refused, in every way they can be written', async (t) => {
  const inside = {
    loopback: ['127.0.0.1', '127.9.9.9', '::1', '[::1]', '::ffff:127.0.0.1', '0x7f.0.0.1', '2130706433'],
    'link-local': ['169.254.169.254', 'fe80::1', '::ffff:169.254.169.254'],
    private: ['10.0.0.1', '172.16.0.1', '192.168.1.1', 'fd00:ec2::254', '::ffff:10.0.0.1'],
    'shared carrier': ['100.100.100.200'], multicast: ['224.0.0.1', 'ff02::1'], unspecified: ['0.0.0.0', '::'], broadcast: ['255.255.255.255'],
    metadata: ['168.63.129.16'], reserved: ['240.0.0.1', '64:ff9b::7f00:1', '2002:7f00:1::'],
  }
  for (const [reason, addresses] of Object.entries(inside)) for (const address of addresses) t.match(judgeAddress(address, []), new RegExp(reason), address)
})

t.test('public addresses are allowed', async (t) => {
  for (const address of ['8.8.8.8', '2606:4700::1111']) t.equal(judgeAddress(address, []), null, address)
})

t.test('what the operator allowed is allowed, and nothing beside it', async (t) => {
  t.equal(judgeAddress('10.1.2.3', ['10.1.0.0/16']), null)
  t.equal(judgeAddress('::ffff:10.1.2.3', ['10.1.0.0/16']), null)
  t.not(judgeAddress('10.2.0.1', ['10.1.0.0/16', 'fd00::/8']), null)
})

t.test('only what the operator allowed may be asked without TLS: a public address is not', async (t) => {
  t.ok(isAllowed('10.1.2.3', ['10.1.0.0/16']))
  t.ok(isAllowed('[::ffff:10.1.2.3]', ['10.1.0.0/16']))
  t.notOk(isAllowed('93.184.216.34', ['10.1.0.0/16']))
  t.notOk(isAllowed('localhost', ['10.1.0.0/16']))
})

t.test('what is no address is refused', async (t) => {
  for (const text of ['', 'localhost', 'example.org', '10.0.0.0/8', '1.2.3.4:80']) t.match(judgeAddress(text, []), /not an IP/, text)
})

t.test('no text whatever makes the guard throw', async () => {
  fc.assert(fc.property(fc.string(), (text) => judgeAddress(text, ['10.0.0.0/8']) !== undefined))
})
