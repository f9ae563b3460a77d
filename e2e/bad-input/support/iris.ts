const SPELLED = [
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'javascript:alert%281%29',
  'javascript://example.org/%0Aalert(1)',
  'javascript:https://example.org',
  'javascript\\u003Aalert(1)',
  '\\u006Aavascript:alert(1)',
  './java\\u200Bscript:alert(1)',
  './jav\\u00ADascript:alert(1)',
  './ｊａｖａｓｃｒｉｐｔ:alert(1)',
  'vbscript:msgbox(1)',
  'livescript:alert(1)',
  'data:text/html,%3Cscript%3Ealert(1)%3C/script%3E',
  'data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==',
  'data:image/svg+xml;base64,PHN2ZyBvbmxvYWQ9ImFsZXJ0KDEpIi8+',
  'data:text/javascript,alert(1)',
  'blob:https://evil.example/0f',
  'filesystem:https://evil.example/temporary/x',
  'view-source:https://evil.example',
  'file:///etc/passwd',
  'about:blank',
  'ftp://evil.example/x',
  'ws://evil.example/x',
  'mailto:a@evil.example?bcc=all@evil.example',
  'tel:+4912345',
  'intent://evil.example#Intent;scheme=https;end',
  'urn:uuid:0',
  './__proto__:constructor',
  '//evil.example/x',
  '/../../../x',
  '?next=evil',
  'http://evil.example/tracker',
  'https://evil.example/pixel.png',
  'https://bank.example@evil.example/x',
  'https://user:secret@evil.example/x',
  'https://evil.example/%0d%0aset-cookie:a=b',
  'https://evil.example/\\u202Egnp.exe',
  'https://аррӏе.example/x',
  'https://evil.example:22/x',
  'http://169.254.169.254/latest/meta-data',
  'http://192.168.0.1/admin',
  'http://[fd00::1]/x',
  'http://167772161/x',
  'http://0xa.1/x',
  'http://localhost.evil.example/x',
  'https://127.0.0.1.nip.io/x',
  `https://evil.example/${'x'.repeat(4_000)}`
];

/** Where a friend's own things may rightly lie, so that asking there is no fault. */
export const isPublicPlace = (iri: string) => iri.startsWith('https://');

/**
 * Addresses to put into every place of Turtle where one may stand; \u escapes are Turtle's own. None ends with a slash:
 * a storage may lie on any server, so pages in one would rightly be asked for.
 */
export const IRIS: readonly string[] = SPELLED.flatMap((iri) => [
  iri,
  `${iri}#me`,
  `${iri}%22onload=alert(1)`
]);
