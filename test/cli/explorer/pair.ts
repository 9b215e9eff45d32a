import type { WhatIf } from '../../../cli/explorer/what-if/what-if.js';

/** The bundled futures apart and together, nothing of them changed. */
export const PAIR: WhatIf = {
  futures: ['uncoordinated', 'coordinated'].map((name) => ({
    file: `changchun-jilin/${name}.yaml`,
    name: null,
    pinned: false,
    own: [],
  })),
  common: [],
  equalCost: true,
};
