/**
 * The client identifier document (Solid-OIDC, 5): who asks for the sign-in and where it may come back to. It holds
 * absolute addresses, so it is made for the origin that serves it.
 * @param {string} origin without a slash at the end
 */
export const clientId = (origin) => ({
  '@context': 'https://www.w3.org/ns/solid/oidc-context.jsonld',
  client_id: `${origin}/client.jsonld`,
  client_name: 'Hearth',
  client_uri: `${origin}/`,
  logo_uri: `${origin}/icon.svg`,
  redirect_uris: [`${origin}/auth/callback`],
  post_logout_redirect_uris: [`${origin}/`],
  grant_types: ['authorization_code', 'refresh_token'],
  response_types: ['code'],
  scope: 'openid offline_access webid',
  token_endpoint_auth_method: 'none',
  application_type: 'web',
  require_auth_time: false
});
