import type { ClientName } from './clients.ts'

/** Days from today; times on the studio's wall clock; the deposit in whole euros. */
export type Row = readonly [
  day: number,
  from: string,
  to: string,
  client: ClientName,
  description: string,
  deposit?: number,
  noShow?: 'no-show',
]

const mara: readonly Row[] = [
  [-3, '12:00', '15:00', 'Noor Haddad', 'Olive branch, spine: outline', 80],
  [-3, '15:30', '16:15', 'Wanda Fischer', 'Consultation: raven, upper back'],
  [-1, '11:00', '12:30', 'Greta Holm', 'Poppy, wrist', 50],
  [-1, '13:00', '17:00', 'Daniel Osei', 'Ship sleeve, session 4: rigging', 200],
  [0, '11:00', '13:00', 'Hanna Voss', 'Peony half-sleeve, session 3', 150],
  [0, '14:00', '16:30', 'Priya Raman', 'Fine-line fern, forearm to elbow', 100],
  [3, '13:30', '14:00', 'Pia Lorenz', 'Touch-up'],
  [3, '14:30', '18:30', 'Daniel Osei', 'Ship sleeve, session 5: waves and sky', 200],
  [4, '12:00', '12:15', 'Nora Feld', 'Healing check'],
  [4, '12:30', '15:30', 'Noor Haddad', 'Olive branch, spine', 80],
  [6, '11:00', '14:00', 'Clara Weiß', 'Moth, sternum. Bring reference print', 120],
  [6, '16:30', '18:30', 'Imani Grant', 'Lettering, collarbone', 60],
  [7, '11:00', '14:00', 'Hanna Voss', 'Peony half-sleeve, session 4', 150],
  [7, '15:00', '15:30', 'Greta Holm', 'Healing check'],
  [8, '12:00', '16:00', 'Priya Raman', 'Fine-line fern, upper arm', 100],
  [10, '13:00', '17:00', 'Clara Weiß', 'Moth, sternum: shading', 120],
  [11, '12:30', '15:00', 'Wanda Fischer', 'Raven, upper back, session 1', 100],
]

const jonas: readonly Row[] = [
  [-3, '12:00', '16:00', 'Emil Sørensen', 'Cover-up, old name on wrist: first pass', 100],
  [-1, '11:30', '14:30', 'Malik Toure', 'Blackwork snake, shoulder', 120],
  [-1, '15:00', '17:00', 'Kai Winter', 'Blackwork band, calf', 80, 'no-show'],
  [0, '12:30', '15:30', 'Leonie Brandt', 'Blackwork mountain, calf', 120],
  [0, '16:30', '18:30', 'Emil Sørensen', 'Cover-up, old name on wrist', 100],
  [1, '12:30', '15:30', 'Imani Grant', 'Blackwork cuff, ankle', 120],
  [1, '16:30', '18:00', 'Marco Ricci', 'Dagger, forearm', 60],
  [2, '11:00', '15:00', 'Beatriz Almeida', 'Dotwork moon, thigh', 150],
  [3, '13:00', '17:00', 'Tomasz Wilk', 'Blackwork fill, elbow', 150],
  [4, '15:00', '16:30', 'Pia Lorenz', 'Linocut fox, forearm', 60],
  [6, '12:00', '16:00', 'Amara Diallo', 'Woodcut wave, upper arm', 150],
  [7, '12:00', '14:00', 'Leonie Brandt', 'Blackwork mountain: touch-up'],
  [9, '11:30', '15:30', 'Malik Toure', 'Blackwork snake, shoulder, session 2', 120],
  [10, '16:00', '18:00', 'Nora Feld', 'Key, inner wrist', 50],
]

const ilka: readonly Row[] = [
  [-1, '11:00', '14:00', 'Tomasz Wilk', 'Japanese koi back piece, session 4', 200],
  [-1, '14:30', '16:00', 'Lotte Jansen', 'Maple leaves, shoulder', 60],
  [0, '10:00', '10:45', 'Aylin Kaya', 'Consultation'],
  [
    0,
    '11:00',
    '14:30',
    'Tomasz Wilk',
    'Japanese koi back piece, session 5: water and background shading',
    200,
  ],
  [1, '10:30', '13:00', 'Sina Abt', 'Chrysanthemum, hip', 100],
  [2, '11:00', '15:00', 'Ruth Engel', 'Wind bars, half-sleeve', 150],
  [3, '10:00', '12:00', 'Oskar Lund', 'Daruma, calf', 80],
  [3, '13:00', '16:00', 'Aylin Kaya', 'Small wave, ankle', 60],
  [6, '11:00', '14:00', 'Tomasz Wilk', 'Japanese koi back piece, session 6', 200],
  [7, '10:30', '12:30', 'Freya Nilsen', 'Consultation: cherry branch, ribs'],
  [8, '11:00', '15:00', 'Ruth Engel', 'Wind bars, half-sleeve, session 2', 150],
  [10, '10:00', '13:00', 'Hanna Voss', 'Lotus, nape', 100],
]

const theo: readonly Row[] = [
  [-3, '12:30', '15:30', 'Beatriz Almeida', 'Geometric mandala, shoulder cap: outline', 80],
  [0, '12:45', '13:15', 'Marco Ricci', 'Touch-up'],
  [0, '13:30', '13:45', 'Nora Feld', 'Healing check'],
  [0, '14:00', '15:45', 'Beatriz Almeida', 'Geometric mandala, shoulder cap', 80],
  [1, '13:00', '17:00', 'Samuel Okafor', 'Ornamental chest panel, session 1', 200],
  [2, '12:00', '14:00', 'Rafael Costa', 'Compass, forearm', 80],
  [2, '15:00', '18:00', 'Greta Holm', 'Ornamental knee', 100],
  [4, '12:30', '16:30', 'Samuel Okafor', 'Ornamental chest panel, session 2', 200],
  [7, '14:00', '18:00', 'Kai Winter', 'Sacred geometry, forearm', 150],
  [8, '16:00', '19:00', 'Amara Diallo', 'Ornamental band, thigh', 100],
  [10, '12:30', '15:30', 'Beatriz Almeida', 'Geometric mandala: last session', 80],
]

const yuki: readonly Row[] = [
  [-3, '13:00', '16:00', 'Amara Diallo', 'Botanical ribs, session 1', 150],
  [-1, '12:00', '15:00', 'Oskar Lund', 'Heron, upper arm', 100],
  [0, '11:00', '12:30', 'Kai Winter', 'Crane, ribs', 50, 'no-show'],
  [0, '12:45', '15:45', 'Amara Diallo', 'Botanical ribs, session 2: ginkgo and fern', 150],
  [1, '11:00', '14:00', 'Lotte Jansen', 'Fox and moon, calf', 100],
  [3, '14:00', '17:00', 'Priya Raman', 'Swallows, collarbone', 80],
  [4, '13:00', '16:00', 'Clara Weiß', 'Koi pair, ankle', 80],
  [6, '11:00', '15:00', 'Sina Abt', 'Botanical sleeve, session 1', 200],
  [7, '16:00', '18:00', 'Pia Lorenz', 'Sprig, inner elbow', 50],
  [10, '11:30', '14:30', 'Lotte Jansen', 'Fox and moon, calf, session 2', 100],
]

const rosa: readonly Row[] = [
  [-3, '13:00', '14:30', 'Aylin Kaya', 'Lettering, forearm', 60],
  [0, '13:00', '14:15', 'Lotte Jansen', 'Wildflowers, ankle', 60],
  [2, '13:30', '15:00', 'Hanna Voss', 'Tiny sun, wrist', 50],
  [3, '15:00', '16:30', 'Leonie Brandt', 'Wild rose, shoulder', 60],
  [4, '13:00', '14:30', 'Marco Ricci', 'Script, ribs', 60],
  [7, '14:00', '15:30', 'Noor Haddad', 'Poppy, ankle', 60],
  [9, '13:00', '14:30', 'Emil Sørensen', 'Wildflowers, forearm', 60],
]

/** By the name of the artist's calendar. Between two bookings there is at least the buffer. */
export const sampleBookings: Readonly<Record<string, readonly Row[]>> = {
  mara,
  jonas,
  ilka,
  theo,
  yuki,
  rosa,
}

export interface SampleRequest {
  readonly calendar: string
  readonly client: ClientName
  readonly description: string
  readonly minutes: number
  readonly deposit?: number
  readonly notes?: string
  /** Hours ago. */
  readonly asked: number
  /** Times the client would take, the first choice first. */
  readonly times: readonly (readonly [day: number, from: string])[]
}

export const sampleRequests: readonly SampleRequest[] = [
  {
    calendar: 'ilka',
    client: 'Freya Nilsen',
    description: 'Script, inner upper arm',
    minutes: 90,
    asked: 6 * 24,
    times: [[0, '15:00']],
  },
  {
    calendar: 'mara',
    client: 'Rafael Costa',
    description: 'Anatomical heart, chest',
    minutes: 120,
    deposit: 80,
    notes:
      'Placement left of the sternum, about 12 cm. Brings a reference from an old anatomy atlas.',
    asked: 5 * 24,
    times: [
      [3, '11:00'],
      [2, '14:00'],
      [4, '15:45'],
    ],
  },
  {
    calendar: 'mara',
    client: 'Samuel Okafor',
    description: 'Small swallow, ankle',
    minutes: 60,
    asked: 4 * 24,
    times: [
      [0, '17:00'],
      [7, '16:00'],
    ],
  },
  {
    calendar: 'jonas',
    client: 'Malik Toure',
    description: 'Blackwork snake, forearm',
    minutes: 150,
    deposit: 100,
    asked: 3 * 24,
    times: [
      [4, '12:00'],
      [8, '17:00'],
    ],
  },
  {
    calendar: 'yuki',
    client: 'Oskar Lund',
    description: 'Crane, calf',
    minutes: 180,
    deposit: 100,
    notes: 'Saw the crane on the flash sheet, wants it larger.',
    asked: 2 * 24,
    times: [
      [8, '13:00'],
      [3, '11:00'],
    ],
  },
  {
    calendar: 'theo',
    client: 'Ruth Engel',
    description: 'Ornamental band, wrist',
    minutes: 90,
    asked: 24,
    times: [[9, '16:00']],
  },
  {
    calendar: 'rosa',
    client: 'Sina Abt',
    description: 'Wild rose, collarbone',
    minutes: 90,
    deposit: 60,
    asked: 2,
    times: [
      [10, '14:00'],
      [4, '15:00'],
    ],
  },
]
