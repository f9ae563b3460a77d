import { guardedFetch } from '../../src/lib/solid/guarded-fetch.ts';
import { HttpPod } from '../../src/lib/solid/http-pod.ts';
import { personSession } from '../../src/lib/solid/person-session.ts';

// The least page that can be signed in to: the session and a pod, for the test to play on.
const session = personSession({ origin: location.origin, patience: 10_000 });
const guard = guardedFetch({ allowsLocal: () => true });
const pod = new HttpPod({ fetch: guard, sender: session });
const hearth = { session, pod, guard };

declare global {
  interface Window {
    hearth: typeof hearth;
  }
}

window.hearth = hearth;
const show = () => {
  const { state, problem } = session;
  document.querySelector('#state')!.textContent = problem ? `${state}: ${problem.kind}` : state;
};
session.subscribe(show);
await session.start();
show();
