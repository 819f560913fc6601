/** The people of the sample studio; all of them are made up. */
export interface SampleArtist {
  readonly name: string
  /** The last path segment of the booking calendar. */
  readonly calendar: string
  /** Days off, Monday is 0. */
  readonly off: readonly number[]
  readonly sessionMinutes: number
  /** True for an artist with a second calendar that only blocks. */
  readonly privateCalendar: boolean
}

export const sampleArtists: readonly SampleArtist[] = [
  {
    name: 'Mara Lindqvist',
    calendar: 'mara',
    off: [6],
    sessionMinutes: 150,
    privateCalendar: true,
  },
  { name: 'Jonas Behr', calendar: 'jonas', off: [0], sessionMinutes: 180, privateCalendar: false },
  { name: 'Ilka Petrova', calendar: 'ilka', off: [2], sessionMinutes: 120, privateCalendar: true },
  { name: 'Theo Adeyemi', calendar: 'theo', off: [3], sessionMinutes: 90, privateCalendar: false },
  { name: 'Yuki Tanabe', calendar: 'yuki', off: [5], sessionMinutes: 180, privateCalendar: false },
]

export const sampleClients: readonly string[] = [
  'Hanna Voss',
  'Priya Raman',
  'Leonie Brandt',
  'Emil Sørensen',
  'Aylin Kaya',
  'Tomasz Wilk',
  'Freya Nilsen',
  'Marco Ricci',
  'Nora Feld',
  'Beatriz Almeida',
  'Amara Diallo',
  'Lotte Jansen',
  'Samuel Okafor',
  'Zoë Martens',
]

export const sampleMotifs: readonly string[] = [
  'Peony half-sleeve, session 3',
  'Fine-line fern, forearm',
  'Blackwork mountain, calf',
  'Cover-up, old name on wrist',
  'Koi back piece, background shading',
  'Script, inner upper arm',
  'Geometric mandala, shoulder cap',
  'Botanical ribs: ginkgo and fern',
  'Wildflowers, ankle',
  'Small swallow, ankle',
  'Touch-up and healing check',
]

/** A day's sessions: minutes past midnight and length. All leave 14:30 to 15:30 free. */
export const sampleDays: readonly (readonly (readonly [number, number])[])[] = [
  [
    [11 * 60, 180],
    [15 * 60 + 30, 150],
  ],
  [
    [11 * 60 + 30, 120],
    [16 * 60, 180],
  ],
  [[12 * 60, 150]],
  [
    [11 * 60, 90],
    [13 * 60, 90],
    [16 * 60, 120],
  ],
]

/** What the artists have in their calendars besides: weekday (Monday is 0), time, length, how often. */
export const sampleErrands: readonly {
  readonly calendar: string
  readonly title: string
  readonly weekday: number
  readonly minutes: number
  readonly length: number
  readonly weekly?: true
  readonly private?: true
}[] = [
  {
    calendar: 'mara-private',
    title: 'Pick up Lio',
    weekday: 0,
    minutes: 870,
    length: 45,
    weekly: true,
  },
  {
    calendar: 'mara-private',
    title: 'Pick up Lio',
    weekday: 3,
    minutes: 870,
    length: 45,
    weekly: true,
  },
  { calendar: 'jonas', title: 'Ink delivery', weekday: 1, minutes: 870, length: 30, weekly: true },
  { calendar: 'jonas', title: 'Dentist', weekday: 3, minutes: 870, length: 60 },
  {
    calendar: 'ilka-private',
    title: 'Therapy',
    weekday: 0,
    minutes: 870,
    length: 60,
    weekly: true,
    private: true,
  },
  { calendar: 'ilka', title: 'Call with the printer', weekday: 4, minutes: 885, length: 30 },
  { calendar: 'theo', title: 'Guest artist arrives', weekday: 1, minutes: 870, length: 45 },
  { calendar: 'yuki', title: 'Language class', weekday: 2, minutes: 870, length: 60, weekly: true },
]
