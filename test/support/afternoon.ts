/** One for most hours, without clock changes. */
const cities = [
  'Pacific/Honolulu',
  'America/Phoenix',
  'America/Regina',
  'America/Bogota',
  'America/Caracas',
  'America/Sao_Paulo',
  'Africa/Abidjan',
  'Africa/Lagos',
  'Africa/Johannesburg',
  'Europe/Istanbul',
  'Asia/Dubai',
  'Asia/Karachi',
  'Asia/Dhaka',
  'Asia/Bangkok',
  'Asia/Singapore',
  'Asia/Tokyo',
  'Australia/Brisbane',
]

const hourIn = (timeZone: string): number =>
  Number(new Intl.DateTimeFormat('en', { hour: '2-digit', hourCycle: 'h23', timeZone }).format())

/** A zone in which it is early afternoon now, when a studio has most to show and to do. */
export const afternoonZone = (): string => {
  const west = new Date().getUTCHours() - 14
  const ocean = `Etc/GMT${west < -11 ? west + 24 : west < 0 ? west : `+${west}`}`
  return cities.find((city) => hourIn(city) === hourIn(ocean)) ?? ocean
}
