/**
 * Name, mailbox at example.org (RFC 2606), the end of a number from the block that Germany keeps for
 * films, notes, allergies.
 */
const rows = [
  ['Amara Diallo', 'amara.diallo', '11', 'Bring the pressed ginkgo leaf back to her.'],
  ['Aylin Kaya', 'aylin.kaya', '12', 'First tattoo.'],
  ['Beatriz Almeida', 'beatriz.almeida', '13'],
  ['Clara Weiß', 'clara.weiss', '14', 'Sends reference prints by post.'],
  [
    'Daniel Osei',
    'daniel.osei',
    '15',
    'Sits well, needs a break each hour. Left arm only; the right shoulder has an old injury.',
    'Red pigment reaction in 2024. Nickel. Use fragrance-free soap.',
  ],
  [
    'Emil Sørensen',
    'emil.sorensen',
    '16',
    'Cover-up: photographs of the old piece are in the folder.',
  ],
  ['Freya Nilsen', 'freya.nilsen', '17'],
  ['Greta Holm', 'greta.holm', '18'],
  ['Hanna Voss', 'hanna.voss', '19', 'Wants to photograph every session.'],
  ['Imani Grant', 'imani.grant', '20', 'Prefers evenings.'],
  ['Kai Winter', 'kai.winter', '21', 'Confirm by phone the day before.'],
  ['Leonie Brandt', 'leonie.brandt', '22'],
  ['Lotte Jansen', 'lotte.jansen', '23', '', 'Lanolin.'],
  ['Malik Toure', 'malik.toure', '24'],
  ['Marco Ricci', 'marco.ricci', '25'],
  ['Noor Haddad', 'noor.haddad', '26', '', 'Iodine.'],
  ['Nora Feld', 'nora.feld', '27'],
  ['Oskar Lund', 'oskar.lund', '28'],
  ['Pia Lorenz', 'pia.lorenz', '29'],
  ['Priya Raman', 'priya.raman', '30', 'Fine lines heal fast on her.'],
  ['Rafael Costa', 'rafael.costa', '31', 'Prefers mornings.'],
  ['Ruth Engel', 'ruth.engel', '32'],
  ['Samuel Okafor', 'samuel.okafor', '33'],
  ['Sina Abt', 'sina.abt', '34'],
  ['Tomasz Wilk', 'tomasz.wilk', '35', 'Back piece, seven sessions planned.'],
  ['Wanda Fischer', 'wanda.fischer', '36', '', 'Latex.'],
] as const

export type ClientName = (typeof rows)[number][0]

export const sampleClients = rows.map(([name, mailbox, number, notes = '', allergies = '']) => ({
  name,
  email: `${mailbox}@example.org`,
  phone: `0171 39200${number}`,
  notes,
  allergies,
}))
