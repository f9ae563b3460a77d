import type { SignedIn } from '../doors.ts';
import { sendAll, type Prepared } from '../servers/requests.ts';

/** The least there is: the text written by one and read by the other, one after the other. Milliseconds. */
export async function writeAndRead(
  url: string,
  body: string,
  writer: SignedIn,
  reader: SignedIn
): Promise<number> {
  const put: Prepared = {
    method: 'PUT',
    url,
    headers: {
      ...(await writer.headersFor('PUT', url)),
      'content-type': 'text/turtle',
      'content-length': Buffer.byteLength(body)
    },
    body
  };
  const get: Prepared = {
    method: 'GET',
    url,
    headers: { ...(await reader.headersFor('GET', url)), accept: 'text/turtle' }
  };
  return (await sendAll([put])) + (await sendAll([get]));
}
