/**
 * Mathematical functions made of IEEE + − × ÷ √ and moves of bits only. What Math has by these names differs between engines in the last
 * bits; these give the same bits everywhere, so that a study has the same bytes on every machine and in every browser.
 */
export { exp, expm1 } from './exp.js';
export { hypot } from './hypot.js';
export { log, log1p, softplus } from './log.js';
export { log2, log10 } from './log2.js';
export { pow } from './pow.js';
export { powerOfTwo } from './power-of-two.js';
export { square } from './square.js';
export { tanh } from './tanh.js';
export { asin, cos, sin } from './trigonometry.js';
