import { expect, it } from 'vitest'
import { startProgram } from '../support/servers/process.ts'

it('says what to install when a program is missing', async () => {
  const program = { command: 'no-such-server', packages: 'some-package', prepare: async () => [] }
  await expect(startProgram(program)).rejects.toThrow(/ENOENT.*some-package/)
})

it('repeats the words of a program that gives up', async () => {
  const program = {
    command: process.execPath,
    packages: 'nodejs',
    prepare: async () => ['-e', 'throw new Error("no configuration")'],
  }
  await expect(startProgram(program)).rejects.toThrow('no configuration')
})
