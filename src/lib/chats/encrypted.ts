/** What the index of an encrypted chat says, for those who open it in an app that cannot read it. */
export const ENCRYPTED = 'End-to-end encrypted chat. Open it in Hearth to read.';
