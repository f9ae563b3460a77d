import { createPerson, signIn } from '../../../pod-server/dist/account.js';
import { moveIn as moveInWith, type Neighbour } from '../../../scripts/demo/neighbour.ts';

/** Somebody on the same server. */
export const moveIn = (pods: string, name: string): Promise<Neighbour> =>
  moveInWith({ createPerson, signIn }, pods, name);
