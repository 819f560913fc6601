import { describe, expect, it } from 'vitest'
import { defaultMail, type MailSettings } from '../../src/domain/alert.ts'
import { sendMail } from '../../src/main/alerts/mail.ts'
import { kindOf, valueOf } from '../support/results.ts'
import { selfSigned } from '../support/self-signed.ts'
import { startMailServer, type MailServerOptions } from '../support/servers/mail.ts'

const text = { subject: 'Körper & Farbe: Mara', text: 'Since 10:02.\n\nÄrmel.\n' }

const open = async (options: MailServerOptions = {}) => {
  const server = await startMailServer({ users: { desk: 'geheim ☂' }, ...options })
  const settings: MailSettings = {
    ...defaultMail,
    enabled: true,
    host: 'localhost',
    port: server.port,
    security: 'none',
    username: 'desk',
    from: 'Studio <desk@studio.example>',
    to: ['owner@studio.example', 'second@studio.example'],
  }
  return { server, settings }
}

describe('a mail', () => {
  it('reaches everyone, in UTF-8, and asks for no answer', async () => {
    const { server, settings } = await open()
    valueOf(await sendMail(settings, 'geheim ☂', text))
    const [mail, ...more] = server.received
    expect(more).toEqual([])
    expect(mail?.from).toBe('desk@studio.example')
    expect(mail?.to).toEqual(['owner@studio.example', 'second@studio.example'])
    expect(mail?.encrypted).toBe(false)
    expect(mail?.source).toMatch(/^Subject: =\?UTF-8\?/m)
    expect(mail?.source).toMatch(/^Auto-Submitted: auto-generated/m)
    expect(mail?.source).toContain('=C3=84rmel')
  })

  it.each(['starttls', 'tls'] as const)('goes encrypted with %s', async (security) => {
    const identity = selfSigned('localhost')
    const { server, settings } = await open({ identity, tls: security === 'tls' })
    valueOf(await sendMail({ ...settings, security }, 'geheim ☂', text, [identity.cert]))
    expect(server.received.map(({ encrypted }) => encrypted)).toEqual([true])
  })

  it.each(['starttls', 'tls'] as const)('is not sent to a stranger with %s', async (security) => {
    const { server, settings } = await open({
      identity: selfSigned('localhost'),
      tls: security === 'tls',
    })
    expect(kindOf(await sendMail({ ...settings, security }, 'geheim ☂', text))).toBe('certificate')
    expect(server.received).toEqual([])
    expect(server.signIns).toEqual([])
  })

  it('is not sent in clear where encryption was asked for', async () => {
    const { server, settings } = await open()
    const sent = await sendMail({ ...settings, security: 'starttls' }, 'geheim ☂', text)
    expect(kindOf(sent)).toBe('not-allowed')
    expect(server.signIns).toEqual([])
  })

  it('needs the right password, and says nothing about it', async () => {
    const { server, settings } = await open()
    const sent = await sendMail(settings, 'wrong-secret', text)
    expect(kindOf(sent)).toBe('sign-in')
    expect(JSON.stringify(sent)).not.toContain('wrong-secret')
    expect(kindOf(await sendMail(settings, null, text))).toBe('sign-in-needed')
    expect(server.received).toEqual([])
  })

  it('names the address that is refused as the field', async () => {
    const { settings } = await open({ refuse: 'owner@studio.example' })
    const sent = await sendMail({ ...settings, to: ['owner@studio.example'] }, 'geheim ☂', text)
    expect(sent).toMatchObject({ ok: false, error: { kind: 'object-refused', field: 'mail.to' } })
  })

  it('cannot reach a server that is not there', async () => {
    const { server, settings } = await open()
    await server.close()
    expect(kindOf(await sendMail(settings, 'geheim ☂', text))).toBe('unreachable')
  })
})
