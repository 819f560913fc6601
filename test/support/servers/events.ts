/** A small iCalendar file with one event; `lines` go into the event. */
export const eventText = (uid: string, lines: readonly string[] = []): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Linework//Tests//EN',
    'BEGIN:VEVENT',
    `UID:${uid}`,
    'DTSTAMP:20260701T080000Z',
    ...(lines.some((line) => line.startsWith('DTSTART'))
      ? []
      : ['DTSTART:20260706T120000Z', 'DTEND:20260706T140000Z']),
    ...(lines.some((line) => line.startsWith('SUMMARY')) ? [] : [`SUMMARY:Event ${uid}`]),
    ...lines,
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ].join('\r\n')
