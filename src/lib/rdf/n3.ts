import dataFactoryModule from 'n3/lib/N3DataFactory.js';
import { behindDefault } from './behind-default.ts';

export const dataFactory = behindDefault(dataFactoryModule);
