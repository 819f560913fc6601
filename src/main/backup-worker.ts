import { parentPort, workerData } from 'node:worker_threads'
import { runJob } from './backup/jobs.ts'
import type { JobRequest } from './backup/thread.ts'

/** The thread that copies and checks databases; see backup/thread.ts. */
const { name, given, options }: JobRequest = workerData
parentPort?.postMessage(await runJob(name, given, options), [])
