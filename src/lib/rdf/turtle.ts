export { parseTurtle, QUAD_LIMIT } from './parse-turtle.ts';
export { writeTurtle } from './write-turtle.ts';
export { TurtleProblem } from './turtle-problem.ts';
