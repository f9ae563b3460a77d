import { PodProblem } from './problem.ts';
import { statusProblem } from './status.ts';

/** What may happen to a request on its way. `lost`: it arrives and is done, but the answer never comes back. */
export type Weather =
  | 'fair'
  | 'offline'
  | 'slow'
  | 'unauthorised'
  | 'forbidden'
  | 'missing'
  | 'conflict'
  | 'broken'
  | 'full'
  | 'lost';

const STATUS = {
  unauthorised: 401,
  forbidden: 403,
  missing: 404,
  conflict: 412,
  broken: 503,
  full: 507
} as const;

/** The error that this weather makes of a request, or nothing when it lets it through. */
export function problemIn(weather: Weather, url: string): PodProblem | undefined {
  if (weather === 'fair') return undefined;
  if (weather === 'offline') return new PodProblem({ kind: 'offline', url, detail: 'no network' });
  if (weather === 'lost') return new PodProblem({ kind: 'offline', url, detail: 'the connection broke' });
  if (weather === 'slow') return new PodProblem({ kind: 'slow', url, detail: 'no answer in time' });
  return statusProblem(url, STATUS[weather]);
}
