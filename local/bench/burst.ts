/** So many callers share the jobs, each with one at a time. Answers with jobs per second. */
export async function burst<Job>(
  callers: number,
  jobs: readonly Job[],
  work: (job: Job) => Promise<void>,
): Promise<number> {
  const waiting = [...jobs].reverse();
  const begun = performance.now();
  const caller = async () => {
    for (let job = waiting.pop(); job; job = waiting.pop()) await work(job);
  };
  await Promise.all(Array.from({ length: callers }, caller));
  return jobs.length / ((performance.now() - begun) / 1000);
}
