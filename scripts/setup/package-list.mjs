/**
 * Debian's names for what a purpose needs. An entry is a package, or its names newest first where
 * releases differ (the 64-bit time_t change renamed libraries).
 * @type {Record<string, (string | string[])[]>}
 */
const packages = {
  runtime: [
    ['libgtk-3-0t64', 'libgtk-3-0'],
    'libnss3',
    ['libasound2t64', 'libasound2'],
    'libgbm1',
    'libnotify4',
    'libsecret-1-0',
    'xdg-utils',
  ],
  display: ['xvfb', 'fonts-dejavu-core'],
  standIn: ['g++', 'unzip'],
  servers: [
    'radicale',
    'xandikos',
    'php-cli',
    'php-sqlite3',
    'php-xml',
    'php-mbstring',
    'php-sabre-dav',
  ],
}

/**
 * What is missing for some purposes, as lists of alternative names.
 * @param {('runtime' | 'display' | 'standIn' | 'servers')[]} purposes
 * @param {Set<string>} installed
 */
export function missingPackages(purposes, installed) {
  return purposes
    .flatMap((purpose) => packages[purpose])
    .map((entry) => [entry].flat())
    .filter((names) => !names.some((name) => installed.has(name)))
}

/**
 * Every package an answer of `dpkg-query -W -f '${Package} ${db:Status-Status}\n'` calls installed.
 * @param {string} answer
 */
export function installedPackages(answer) {
  const rows = answer.split('\n').map((line) => line.split(' '))
  return new Set(rows.filter(([, status]) => status === 'installed').map(([name]) => name))
}
