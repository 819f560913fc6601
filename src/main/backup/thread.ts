import { Worker } from 'node:worker_threads'
import { fail, type Result } from '../../domain/failure.ts'
import type { JobAnswers, JobName, JobOptions, Jobs } from './jobs.ts'

/** Does one job and answers; an argument, so that tests do it in place. */
export type Work = <Name extends JobName>(
  name: Name,
  given: Jobs[Name],
) => Promise<Result<JobAnswers[Name]>>

export interface JobRequest<Name extends JobName = JobName> {
  readonly name: Name
  readonly given: Jobs[Name]
  readonly options: JobOptions
}

/** Does each job in a thread of its own, which ends with it; `file` is the thread's script. */
export const workInThread =
  (file: string, options: JobOptions): Work =>
  <Name extends JobName>(name: Name, given: Jobs[Name]) =>
    new Promise<Result<JobAnswers[Name]>>((resolve) => {
      const request: JobRequest<Name> = { name, given, options }
      const thread = new Worker(file, { workerData: request })
      thread.on('message', resolve)
      // 'exit' follows; after an answer it changes nothing.
      thread.on('error', () => undefined)
      thread.on('exit', () =>
        resolve(fail('internal', 'The backup ended before it was done.', { remedy: 'Try again.' })),
      )
    })
