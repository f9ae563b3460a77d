/**
 * What a meta element cannot say (CSP 3, 3.3), for every answer of the client's origin. Scripts by hash stand in
 * the page itself.
 */
export const SECURITY_HEADERS = Object.freeze({
  'content-security-policy': "frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'geolocation=(), microphone=(), camera=()'
});
