import { answerOf, type ParseAsked } from './parse-answer.ts';

// One document at a time: the next is sent when this one is answered (worker-desk.ts).
self.onmessage = ({ data }: MessageEvent<ParseAsked>) => {
  const answer = answerOf(data);
  // The numbers move over, the texts are copied.
  const moved = 'triples' in answer ? [answer.triples.buffer] : [];
  self.postMessage(answer, { transfer: moved });
};
