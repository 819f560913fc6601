import { useState } from 'react'

/** Whether a form's values are other than they were when it opened; they are plain data. */
export const useUnsaved = (values: unknown): boolean => {
  const now = JSON.stringify(values)
  const [first] = useState(now)
  return now !== first
}
