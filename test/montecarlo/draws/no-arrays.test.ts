import { afterEach, describe, expect, it } from 'vitest';
import { createDrawer } from '../../../engine/montecarlo/draws/drawer.js';
import { createStudy } from '../../../engine/montecarlo/study/study.js';
import { bundledFuture } from '../../bundled.js';

const CLASSES = ['Float64Array', 'Int32Array', 'Uint8Array'] as const;
const METHODS = ['subarray', 'slice', 'map', 'filter'] as const;
const shared = Object.getPrototypeOf(Float64Array.prototype) as Record<string, unknown>;
const original = {
  classes: CLASSES.map((name) => globalThis[name] as unknown),
  methods: METHODS.map((name) => shared[name]),
};

/** Counts typed arrays from now on, however they are made. */
function countArrays(): () => number {
  let made = 0;
  CLASSES.forEach((name, k) => {
    const Numbers = original.classes[k] as new (...args: unknown[]) => object;
    const counting = new Proxy(Numbers, {
      construct(target, args) {
        made++;
        return Reflect.construct(target, args);
      },
      get(target, key) {
        if (key === 'from' || key === 'of') made++;
        return Reflect.get(target, key, target);
      },
    });
    Object.assign(globalThis, { [name]: counting });
  });
  METHODS.forEach((name, k) => {
    const method = original.methods[k] as (...args: unknown[]) => unknown;
    shared[name] = function (this: unknown, ...args: unknown[]) {
      made++;
      return method.apply(this, args);
    };
  });
  return () => made;
}

afterEach(() => {
  CLASSES.forEach((name, k) => {
    Object.assign(globalThis, { [name]: original.classes[k] });
  });
  METHODS.forEach((name, k) => {
    shared[name] = original.methods[k];
  });
});

describe('A draw', () => {
  it('makes no typed array once a few have made room, so that the collector of garbage has nothing to do', async () => {
    const futures = await Promise.all(
      ['uncoordinated', 'coordinated'].map((name) => bundledFuture(`changchun-jilin/${name}`)),
    );
    const drawer = createDrawer(createStudy(futures, { draws: 200 }));
    const row = new Float64Array(drawer.layout.width);
    // Room for as many changed pairs as a draw has, each made once.
    for (let draw = 0; draw < 60; draw++) drawer.draw(draw, row);
    const made = countArrays();
    for (let draw = 60; draw < 100; draw++) drawer.draw(draw, row);
    expect(made()).toBe(0);
    new Float64Array(1).slice();
    expect(made()).toBe(2);
  });
});
