/** The post is not there: deleted elsewhere, or never written. */
export class NoSuchPost extends Error {
  constructor(readonly post: string) {
    super('This post is not there any more.');
    this.name = 'NoSuchPost';
  }
}
