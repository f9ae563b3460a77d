/** How a question ends; `{ data }`: with this answer. */
export type WorkerEnd = { data: unknown } | 'crash' | 'nothing' | 'gibberish' | 'unloadable';

/** A worker's ends without the thread: what is sent is cloned, as it would be, and ends as `behave` says. */
export function workers<Asked>(behave: (asked: Asked, number: number) => WorkerEnd | Promise<WorkerEnd>) {
  const all: { terminated: boolean }[] = [];
  const start = () => {
    const number = all.length;
    const worker = {
      terminated: false,
      onmessage: null as Worker['onmessage'],
      onerror: null as Worker['onerror'],
      onmessageerror: null as Worker['onmessageerror'],
      terminate: () => void (worker.terminated = true),
      async postMessage(message: Asked) {
        const asked = structuredClone(message);
        await new Promise((resolve) => setImmediate(resolve));
        const end = await behave(asked, number);
        if (worker.terminated) return;
        const self = worker as unknown as Worker;
        if (end === 'crash') worker.onerror?.call(self, { message: 'out of memory' } as ErrorEvent);
        if (end === 'unloadable') worker.onerror?.call(self, { message: '' } as ErrorEvent);
        if (end === 'gibberish') worker.onmessageerror?.call(self, {} as MessageEvent);
        if (typeof end === 'object')
          worker.onmessage?.call(self, { data: structuredClone(end.data) } as MessageEvent);
      }
    };
    all.push(worker);
    return worker as unknown as Worker;
  };
  return { all, start };
}
