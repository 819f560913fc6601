/** A zone in which it is early afternoon now, when a studio has most to show and to do. */
export const afternoonZone = (): string => {
  const west = new Date().getUTCHours() - 14
  return `Etc/GMT${west < -11 ? west + 24 : west < 0 ? west : `+${west}`}`
}
