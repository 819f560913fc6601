export const imports = {
  title: 'Import artists and calendars',
  hint: 'A list as CSV or JSON, one row per calendar. Nothing is changed before you have seen every row.',
  drop: 'Drop a file here',
  choose: 'Choose a file…',
  paste: 'Or paste the rows',
  pasteHint: 'With the line that names the columns: artist, server, username, calendar, role…',
  look: 'Look at the rows',
  cancel: 'Cancel',
  saveAs: 'What is here, in the same format:',
  saveCsv: 'Save as CSV…',
  saveJson: 'Save as JSON…',
  savedAs: (file: string) => `Saved as ${file}.`,
  reading: (rows: number) => (rows === 0 ? 'Reading…' : `Reading… ${rows} rows so far`),
  importing: 'Importing…',
  importingRows: (done: number, all: number) =>
    done === 0 ? 'Backing up first…' : `${done} of ${all} rows checked`,
  stop: 'Stop',
  stopped: 'The import was stopped. Nothing was changed.',
  previewTitle: 'Look before it is imported',
  counts: {
    good: (rows: number) => (rows === 1 ? '1 row can be imported' : `${rows} rows can be imported`),
    bad: (rows: number) => (rows === 1 ? '1 row needs correcting' : `${rows} rows need correcting`),
    there: (rows: number) =>
      rows === 1 ? '1 row is there already' : `${rows} rows are there already`,
  },
  unknown: (columns: string) => `Not understood and left out: ${columns}`,
  show: 'Which rows',
  filters: { all: 'All', bad: 'To correct', there: 'There already' },
  rows: 'Rows of the list',
  columns: { line: 'Line', artist: 'Artist', calendar: 'Calendar', role: 'Role', state: 'State' },
  states: { good: 'Good', bad: 'To correct', there: 'There already' },
  problem: (column: string, says: string) => `${column}: ${says}`,
  page: (from: number, to: number, all: number) => `${from}–${to} of ${all}`,
  previous: 'Rows before',
  next: 'Rows after',
  saveBad: 'Save the rows to correct…',
  importRows: (rows: number) => (rows === 1 ? 'Import 1 row' : `Import ${rows} rows`),
  doneTitle: 'Imported',
  made: (artists: number, calendars: number) =>
    `${artists === 1 ? '1 artist' : `${artists} artists`} and ${
      calendars === 1 ? '1 calendar' : `${calendars} calendars`
    } are new.`,
  passwords: (accounts: number) =>
    accounts === 1
      ? 'One account is new: sign in under Settings › Accounts.'
      : `${accounts} accounts are new: sign in to each under Settings › Accounts.`,
  left: (rows: number) => (rows === 1 ? '1 row was left out.' : `${rows} rows were left out.`),
  done: 'Done',
}
