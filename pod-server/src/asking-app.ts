import { ClientInfoHandler, type JsonInteractionHandlerInput } from '@solid/community-server';

/**
 * What the consent page knows of the app that asks. The stock answer is what the app says of itself; an app may call
 * itself anything. `returnsTo` is where the browser goes afterwards with the key: the one address that the provider
 * checks (RFC 6749 §3.1.2.3), and the only one there is when the app has registered without an address.
 */
export class AskingApp extends ClientInfoHandler {
  override async handle(input: JsonInteractionHandlerInput): ReturnType<ClientInfoHandler['handle']> {
    const answer = await super.handle(input);
    const returnsTo = input.oidcInteraction?.params.redirect_uri;
    return { ...answer, json: { ...answer.json, ...(returnsTo ? { returnsTo: String(returnsTo) } : {}) } };
  }
}
