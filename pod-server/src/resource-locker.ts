import { WrappedExpiringReadWriteLocker, type ExpiringReadWriteLocker } from '@solid/community-server';
import { DocumentLock } from './document-lock.ts';

/** A read whose data nobody fetched for so long gives its lock back; each piece fetched starts the time again. */
const idleRead = 20_000;
/** A write holds its lock while the upload lasts: as long as a request may take to arrive (listen.ts). Stock: 6 s. */
const longestWrite = 600_000;

/** The locks of one server. */
export function resourceLocker(): ExpiringReadWriteLocker {
  const lock = new DocumentLock();
  const reads = new WrappedExpiringReadWriteLocker(lock, idleRead);
  const writes = new WrappedExpiringReadWriteLocker(lock, longestWrite);
  return {
    withReadLock: (document, whileLocked) => reads.withReadLock(document, whileLocked),
    withWriteLock: (document, whileLocked) => writes.withWriteLock(document, whileLocked)
  };
}
