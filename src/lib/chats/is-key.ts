/** Whether it can be a key of BIP 340, public or private: 64 hex digits. */
export const isKey = (text: string): boolean => /^[0-9a-f]{64}$/i.test(text);
