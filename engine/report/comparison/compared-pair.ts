export { comparedPair } from '../../compare/compared-pair.js';
