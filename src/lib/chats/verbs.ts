/** What a screen of chats does, in one part: it comes behind the first paint. */
export { deleteMessage } from './delete-message.ts';
export { editMessage } from './edit-message.ts';
export { findDays } from './find-days.ts';
export { expectRoom } from './in-the-way.ts';
export { ignore, join } from './join.ts';
export { archive, clearForMe, markRead, markReadAhead, mute, pin, showCleared } from './kept.ts';
export { showRead } from './reading/show-read.ts';
export { lookAt } from './look-at.ts';
export { react, unreact } from './react.ts';
export { replyIn } from './reply-in.ts';
export { sendFile } from './send-file.ts';
export { send } from './send.ts';
export { expectKey } from './signing-key.ts';
