import { runJob, type JobOptions } from '../../src/main/backup/jobs.ts'
import type { Work } from '../../src/main/backup/thread.ts'
import { migrations } from './store.ts'

const options: JobOptions = { migrations, nativeBinding: undefined }

/** Does what the thread for backups does, here and now. */
export const workInPlace: Work = (name, given) => runJob(name, given, options)
