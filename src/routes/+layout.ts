// A client of people's own servers: there is nothing to render on ours.
export const ssr = false;
export const prerender = false;
