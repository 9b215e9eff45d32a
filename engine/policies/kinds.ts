// One line for each kind of policy: a new kind is its file and its line here.
export { chain } from './chain.js';
export { cluster } from './cluster.js';
export { infrastructure } from './infrastructure.js';
export { land } from './land.js';
export { market } from './market.js';
export { merger } from './merger.js';
export { services } from './services.js';
export { talent } from './talent.js';
