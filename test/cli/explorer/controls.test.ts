import { describe, expect, it } from 'vitest';
import { bandHtml } from '../../../cli/explorer/what-if/background-sections.js';
import { runBand } from '../../../cli/explorer/what-if/band.js';
import { parseFutures, showWhatIf, withoutMistakes } from '../../../cli/explorer/what-if/compute.js';
import type { Field } from '../../../cli/explorer/what-if/fields.js';
import type { PolicyControls } from '../../../cli/explorer/what-if/policy-controls.js';
import { setValue, type WhatIf } from '../../../cli/explorer/what-if/what-if.js';
import { runStudy } from '../../../engine/montecarlo/answers/run-study.js';
import { createStudy } from '../../../engine/montecarlo/study/study.js';
import { NOISE, PARAMETERS, TREND } from '../../../engine/parameters/parameters.js';
import { numberFields } from '../../../engine/policies/fields.js';
import { POLICY_KINDS, policyKind } from '../../../engine/policies/index.js';
import { capital } from '../../../engine/report/text/sentence.js';
import { readBundled } from '../../bundled.js';
import { PAIR } from './pair.js';

const read = readBundled();
async function shown(whatIf: WhatIf) {
  const computed = await showWhatIf(read, whatIf, ['who-gains']);
  if ('mistakes' in computed) throw new Error(JSON.stringify(computed.mistakes));
  return computed;
}

/** Every field of the policy’s kind has a control, and no other. */
function expectEveryField({ kind: name, path, strength, fields, industries }: PolicyControls): void {
  const kind = policyKind(name)!;
  const keys = [...Object.keys(numberFields(kind)), 'coordination', ...Object.keys(kind.options)];
  const paths = [strength, ...fields].map((field) => field.path);
  expect(paths.sort()).toEqual(keys.map((key) => `${path}.${key}`).sort());
  expect(industries !== null).toBe(kind.targetsIndustries);
}

describe('The controls', () => {
  it('offer every parameter and every field of every kind of policy, from the engine’s own lists', async () => {
    const { controls, choices } = (await shown(PAIR)).shown;
    expect(choices.kinds.map(({ kind }) => kind)).toEqual(POLICY_KINDS.map(({ kind }) => kind));
    for (const { groups, policies } of controls) {
      expect(groups.flatMap(({ fields }) => fields.map(({ path }) => path)).sort()).toEqual(
        [
          ...Object.keys(PARAMETERS).map((key) => `parameters.${key}`),
          ...Object.keys(TREND).map((key) => `trend.${key}`),
          ...Object.keys(NOISE).map((key) => `noise.${key}`),
        ].sort(),
      );
      for (const policy of policies) expectEveryField(policy);
    }
  });

  it('show every value as it may be written: set to what they show, nothing changes', async () => {
    const first = await parseFutures(read, PAIR);
    const { controls } = (await shown(PAIR)).shown;
    const fields: Field[] = controls[1]!.policies
      .flatMap(({ strength, fields: others, industries }) => [
        strength,
        ...others,
        ...(industries === null ? [] : [industries]),
      ])
      .concat(
        controls[1]!.groups.flatMap((group) => group.fields),
        controls[1]!.coordination,
      )
      .filter(({ standing }) => standing !== '');
    expect(fields.length).toBeGreaterThan(100);
    const all = fields.reduce((now, { path, standing }) => setValue(now, 1, path, standing), PAIR);
    const again = await parseFutures(read, all);
    if ('mistakes' in first || 'mistakes' in again) throw new Error(JSON.stringify(again));
    const numbers = (parsed: typeof first) => parsed.sources[1]!.scenario.policies.map((policy) => policy.numbers);
    expect(numbers(again)).toEqual(numbers(first));
    expect(again.sources[1]!.scenario.parameters).toEqual(first.sources[1]!.scenario.parameters);
    for (const { slider, central, path } of fields) {
      if (slider === null || central === null) continue;
      expect([path, central >= slider.low && central <= slider.high]).toEqual([path, true]);
    }
  });

  it('add a policy of any kind that can be computed at once', async () => {
    const { choices } = (await shown(PAIR)).shown;
    const settings = choices.kinds.flatMap(({ kind, needs }) =>
      [['kind', kind] as const, ...needs].map(([field, value]) => [`policies.new ${kind}.${field}`, value] as const),
    );
    const added = settings.reduce((now, [path, value]) => setValue(now, 'all', path, value), PAIR);
    const policies = (await shown(added)).shown.controls[0]!.policies.slice(-choices.kinds.length);
    for (const [k, { kind }] of choices.kinds.entries()) {
      expect(policies[k]).toMatchObject({ name: `new ${kind}`, kind });
      expectEveryField(policies[k]!);
    }
  });

  it('name a mistake with the field it is about', async () => {
    const wrong = setValue(
      setValue(PAIR, 1, 'parameters.rivalry', '9'),
      'all',
      'policies.Open the border.opening',
      '2',
    );
    expect(await showWhatIf(read, wrong, [])).toMatchObject({
      mistakes: [
        { future: 0, path: 'policies.Open the border.opening' },
        { future: 1, path: 'policies.Open the border.opening' },
        { future: 1, path: 'parameters.rivalry' },
      ],
    });
  });

  it('stay where a setting is mistaken: all else that was set is kept', async () => {
    const right = setValue(PAIR, 1, 'parameters.land', '0.2');
    const wrong = [
      ['policies.Open the border.opening', 'banana'],
      ['policies.new.kind', 'castle'],
      ['policies.new.start', '2013'],
    ].reduce(
      (now, [path, value]) => setValue(now, 'all', path!, value!),
      setValue(right, 1, 'parameters.rivalry', '9'),
    );
    const mistakes = async (whatIf: WhatIf) => {
      const computed = await showWhatIf(read, whatIf, []);
      return 'mistakes' in computed ? computed.mistakes : [];
    };
    expect(await withoutMistakes(read, wrong, await mistakes(wrong))).toEqual(right);
    const lost = { ...right, futures: right.futures.map((future) => ({ ...future, file: 'none.yaml' })) };
    expect(await withoutMistakes(read, lost, await mistakes(lost))).toBeNull();
  });
});

describe('What is shown', () => {
  it('comes in two parts that leave nothing out', async () => {
    const { shown: first, rest } = await shown(PAIR);
    const all = first.chapters.flatMap(({ figures }) => figures);
    expect(Object.keys(first.figures)).toEqual(['who-gains']);
    const { figures, chapters } = rest();
    for (const { id, draw } of figures) expect(draw()).toContain(`data-figure="${id}"`);
    expect([...Object.keys(first.figures), ...figures.map(({ id }) => id)].sort()).toEqual([...all].sort());
    // Where the chapters of the last what-if are known, what is seen at once is the same, and the rest comes with its own.
    const later = setValue(PAIR, 1, 'coordination', '0.5');
    const [anew, after] = [await shown(later), await showWhatIf(read, later, ['who-gains'], { chapters })];
    if ('mistakes' in after) throw new Error('mistakes');
    expect(after.shown.figures).toEqual(anew.shown.figures);
    expect(after.shown.chapters[0]).toEqual(anew.shown.chapters[0]);
    expect(after.rest().chapters).toEqual(anew.shown.chapters);
  });
});

describe('The draws of the page', () => {
  const request = { whatIf: PAIR, draws: 25, seed: 3 };

  async function sources(whatIf: WhatIf) {
    const futures = await parseFutures(read, whatIf);
    if ('mistakes' in futures) throw new Error('mistakes');
    return futures.sources;
  }

  it('are those of a study with the same seed and number', async () => {
    const futures = await sources(PAIR);
    const study = await runStudy(createStudy(futures, { draws: 25, seed: 3 }));
    const band = await runBand(futures, request, async () => {});
    expect(band.outcomes).toEqual(study.outcomes);
    expect(band.gains.map(({ overNoPolicy }) => overNoPolicy)).toEqual(
      study.gains.map(({ overNoPolicy }) => overNoPolicy),
    );
  });

  it('say of every future how sure it is', async () => {
    const third = { ...PAIR.futures[1]!, name: 'halfway', own: [{ path: 'coordination', value: '0.5' }] };
    const whatIf = { ...PAIR, futures: [...PAIR.futures, third] };
    const band = await runBand(await sources(whatIf), { ...request, whatIf }, async () => {});
    const text = bandHtml(band);
    for (const name of ['together', 'halfway']) {
      expect(text).toMatch(new RegExp(`<p>${capital(name)} brings [^<]* yuan (more|less) output than apart`));
      expect(text).toContain(`<p>Under ${name}, compared with apart, `);
    }
    expect(text).not.toContain('<p>It hinges');
  });

  it('stop where they are told to', async () => {
    const done: number[] = [];
    const stopped = new Error('enough');
    const running = runBand(await sources(PAIR), request, async (count) => {
      done.push(count);
      if (count >= 10) throw stopped;
    });
    await expect(running).rejects.toBe(stopped);
    expect(done).toEqual([10]);
  });
});
