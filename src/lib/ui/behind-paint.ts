import { painted } from './painted.ts';
import { untilLoaded } from './until-loaded.ts';

/**
 * Loads a part once what is there now is painted. To ask for one keeps the page busy already: its style sheets are put
 * in.
 */
export const behindPaint = <T>(load: () => Promise<T>): Promise<T> => painted().then(() => untilLoaded(load));
