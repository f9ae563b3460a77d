import { forgetInvitation } from '#lib/people/invites/kept-invitation.ts';
import { forgetPlaces } from '#lib/ui/kept/entry.ts';
import { forgetAsked } from './asked.ts';

/** Somebody leaves: what this tab kept for itself names posts and people, and nobody who comes after shall find it. */
export function forgetTab(): void {
  forgetPlaces();
  forgetAsked();
  forgetInvitation();
}
