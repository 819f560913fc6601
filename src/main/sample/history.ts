import type { Row } from './bookings.ts'

/**
 * What clients came for in the months before, by the name of the artist's calendar. All on weekdays
 * on which the artist works, however today's is counted.
 */
export const sampleHistory: Readonly<Record<string, readonly Row[]>> = {
  mara: [
    [-76, '12:00', '14:00', 'Wanda Fischer', 'Small raven, forearm', 100],
    [-62, '11:00', '15:00', 'Daniel Osei', 'Ship sleeve, session 1: outline', 200],
    [-48, '11:00', '14:00', 'Hanna Voss', 'Peony half-sleeve, session 1', 150],
    [-41, '12:00', '16:00', 'Daniel Osei', 'Ship sleeve, session 2: hull lines', 200],
    [-34, '13:00', '15:00', 'Priya Raman', 'Tiny fern, wrist', 80],
    [-27, '11:00', '14:00', 'Hanna Voss', 'Peony half-sleeve, session 2', 150],
    [-20, '11:00', '15:00', 'Daniel Osei', 'Ship sleeve, session 3: hull shading', 200],
  ],
  jonas: [
    [-69, '15:00', '16:00', 'Daniel Osei', 'Consultation: chest panel', 50, 'no-show'],
    [-55, '12:00', '15:00', 'Malik Toure', 'Blackwork band, wrist', 100],
    [-34, '12:00', '16:00', 'Leonie Brandt', 'Blackwork mountain, calf: outline', 120],
    [-13, '12:00', '12:30', 'Emil Sørensen', 'Consultation: cover-up, wrist'],
  ],
  ilka: [
    [-83, '11:00', '14:30', 'Tomasz Wilk', 'Japanese koi back piece, session 1', 200],
    [-62, '11:00', '14:30', 'Tomasz Wilk', 'Japanese koi back piece, session 2', 200],
    [-48, '10:30', '11:30', 'Ruth Engel', 'Consultation: wind bars'],
    [-34, '11:00', '14:30', 'Tomasz Wilk', 'Japanese koi back piece, session 3', 200],
    [-27, '11:00', '13:00', 'Freya Nilsen', 'Cherry blossom, wrist', 60],
  ],
  theo: [
    [-76, '13:00', '15:00', 'Daniel Osei', 'Compass, forearm', 80],
    [-41, '13:00', '17:00', 'Samuel Okafor', 'Ornamental knee', 150],
    [-20, '12:30', '15:30', 'Rafael Costa', 'Dotwork arrow, forearm', 80],
  ],
  yuki: [
    [-55, '12:00', '15:00', 'Lotte Jansen', 'Fox, forearm', 100],
    [-34, '11:00', '14:00', 'Oskar Lund', 'Heron, upper arm: outline', 100],
    [-13, '12:00', '12:30', 'Kai Winter', 'Consultation: crane'],
  ],
  rosa: [
    [-56, '13:00', '14:30', 'Noor Haddad', 'Script, ankle', 60],
    [-28, '14:00', '15:30', 'Greta Holm', 'Daisy, ankle', 50],
  ],
}
