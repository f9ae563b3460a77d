export const words = {
  title: 'You',
  seeProfile: 'See it as others do',
  editProfile: 'Edit',
  space: 'Your space',
  address: 'Your address',
  addressHint: 'Give it to people who want to find you, or type it into another app.',
  lives: (host: string) =>
    `Everything you write is kept at ${host}. You can take it to any other app that reads Solid spaces.`,
  look: 'Appearance',
  auto: 'Like the system',
  light: 'Light',
  dark: 'Dark',
  device: 'This device',
  deviceText:
    'Hearth keeps here what you have read, so that it opens at once and works without a connection.',
  deviceKeeps: (size: string) =>
    `Hearth keeps ${size} here: what you have read, so that it opens at once and works without a connection.`,
  mayGo:
    'The browser may throw this away when it runs out of room. Your space is not touched by that, but words that have not been sent would be.',
  notLasting:
    'The browser did not promise it. It may when you install Hearth, or after you have used it more.',
  keepIt: 'Ask the browser to keep it',
  forget: 'Forget this device',
  install: 'Install Hearth',
  installText: 'It opens in a window of its own, beside your other apps, and you can share to it from them.',
  installByHand:
    'To have Hearth beside your other apps: open the share menu of this browser and choose “Add to Home Screen”.',
  signOut: 'Sign out',
  staysThere: (host: string) =>
    `This ends the sign-in on this device only. At ${host} you may stay signed in: on a shared computer, sign out there too.`,
  leaveText: 'Your space stays as it is. Should this device forget what it has read, drafts included?',
  leaveWaiting: (count: number) =>
    `${count === 1 ? 'One change has' : `${count} changes have`} not arrived in your space yet. Keep this device’s memory, and they go out when you sign in again. If it forgets, they are lost.`,
  keep: 'Sign out',
  wipe: 'Sign out and forget'
};
