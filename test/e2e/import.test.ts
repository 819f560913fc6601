import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { findingsInBothThemes } from '../support/axe.ts'
import { launchLinework, type RunningLinework } from '../support/electron.ts'
import { handsOn, type Hands } from '../support/window.ts'

const list = `artist;colour;server;username;calendar;role;shoe size
Mara Voss;4;cloud.example;desk;mara;booking;38
Mara Voss;;cloud.example;desk;mara-private;blocking;
Jonas Behr;99;cloud.example;desk;jonas;booking;
Ilka;;cloud.example;desk;mara;booking;
Mara Voss;;cloud.example;desk;mara;;
`

/** One studio that takes over a list: each step stands on the one before. */
describe('importing a list', () => {
  const folder = mkdtempSync(join(tmpdir(), 'linework-import-'))
  let running: RunningLinework
  let hands: Hands

  const dialog = (name: string) => hands.page.getByRole('dialog', { name })
  const drop = async (name: string, text: string): Promise<void> => {
    const file = join(folder, name)
    writeFileSync(file, text)
    const [chooser] = await Promise.all([
      hands.page.waitForEvent('filechooser'),
      hands.button('Choose a file…').click(),
    ])
    await chooser.setFiles(file)
  }

  beforeAll(async () => {
    running = await launchLinework({
      userData: join(folder, 'studio'),
      args: ['--lang=en-GB', '--password-store=basic'],
    })
    running.window.setDefaultTimeout(20_000)
    hands = handsOn(running.window)
    await running.app.evaluate(
      ({ dialog: system }, filePath) => {
        system.showSaveDialog = async () => ({ canceled: false, filePath })
      },
      join(folder, 'saved.csv'),
    )
    await hands.field('Studio name').fill('Black Fern')
    await hands.button('Next: choose a PIN').click()
    await hands.button('Connect later').click()
    await hands.go('Settings')
    await hands.button('Import…').click()
  })
  let failed = ''
  beforeEach(({ task, onTestFailed }) => {
    if (failed) throw new Error(`Not tried, because of “${failed}”`)
    onTestFailed(() => {
      failed ||= task.name
    })
  })
  afterAll(async () => {
    await running.close()
    rmSync(folder, { recursive: true, force: true })
  })

  it('says what is wrong with what is no list', async () => {
    expect(await findingsInBothThemes(hands.page)).toEqual([])
    await hands.field('Or paste the rows').fill('client,phone\nAva,1')
    await hands.button('Look at the rows').click()
    await hands.reads('There is no column “artist”.')
  })

  it('asks before pasted rows are dropped, and has them still after a look at the rows', async () => {
    const rows = 'artist,server,username,calendar\nAva,cloud.example,desk,ava'
    await hands.field('Or paste the rows').fill(rows)
    await hands.page.keyboard.press('Escape')
    await dialog('Discard what you entered?').waitFor()
    await hands.button('Keep writing').click()
    await hands.button('Look at the rows').click()
    await hands.reads('1 row can be imported')
    await hands.page.keyboard.press('Escape')
    expect(await hands.field('Or paste the rows').inputValue()).toBe(rows)
    await hands.page.keyboard.press('Escape')
    await hands.button('Discard').click()
    await hands.button('Import…').click()
    expect(await hands.field('Or paste the rows').inputValue()).toBe('')
  })

  it('shows every row of a file with what is wrong in it', async () => {
    await drop('artists.csv', list)
    await hands.reads('2 rows can be imported')
    await hands.reads('2 rows need correcting')
    await hands.reads('1 row is there already')
    await hands.reads('Not understood and left out: shoe size')
    await hands.reads('colour: must be a whole number from 1 to 12.')
    await hands.reads('calendar: Another artist’s bookings go into this calendar.')
    expect(await findingsInBothThemes(hands.page)).toEqual([])
  })

  it('imports the good rows and saves the others', async () => {
    await hands.button('Import 2 rows').click()
    await dialog('Imported').waitFor()
    await hands.reads('1 artist and 2 calendars are new.')
    await hands.reads('One account is new: sign in under Settings › Accounts.')
    await hands.button('Save the rows to correct…').click()
    await hands.reads('Saved as saved.csv.')
    const saved = readFileSync(join(folder, 'saved.csv'), 'utf8')
    expect(saved.split('\r\n')).toHaveLength(4)
    expect(saved).toContain('Jonas Behr,99,')
    await hands.button('Done').click()
    await hands.button(/^Mara Voss Ochre/).waitFor()
  })

  it('takes the corrected rows', async () => {
    await hands.button('Import…').click()
    const saved = readFileSync(join(folder, 'saved.csv'), 'utf8')
    await drop('again.csv', saved.replace('99', '9').replace(',mara,', ',ilka,'))
    await hands.button('Import 2 rows').click()
    await hands.reads('2 artists and 2 calendars are new.')
    await hands.button('Done').click()
    await hands.button(/^Ilka/).waitFor()
  })

  it('reads and imports ten thousand rows, a page of them in sight', async () => {
    await hands.button('Import…').click()
    const rows = Array.from(
      { length: 10_000 },
      (_, at) => `Guest ${at % 200},cloud.example,desk,guest-${at},${at < 200 ? 'booking' : ''}`,
    )
    await drop('many.csv', ['artist,server,username,calendar,role', ...rows].join('\n'))
    await hands.reads('10000 rows can be imported')
    await hands.button('Rows after').click()
    await hands.reads('51–100 of 10000')
    await hands.button('Import 10000 rows').click()
    await hands.reads('200 artists and 10000 calendars are new.')
  })
})
