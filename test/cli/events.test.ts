import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { call } from './run-in-memory.js';

let folder: string;
let baseline: string;
let closing: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tandem-events-'));
  baseline = join(folder, 'baseline.yaml');
  closing = join(folder, 'closing.yaml');
  const outputs = ['North', 'South'].flatMap((region, r) =>
    ['Cars', 'Food'].flatMap((industry, i) =>
      [2006, 2011].map((year) => `${region},${industry},${year},${(r + i + 1) * (year === 2006 ? 30 : 40)},estimated,`),
    ),
  );
  const files = {
    'case.yaml':
      'title: Two\ncurrency: million\nprices: constant\noutputs: outputs.csv\naccounts: accounts.csv\nhigherLevelRegion: sum\n',
    'outputs.csv': `region,industry,year,output,status,source\n${outputs.join('\n')}\n`,
    'accounts.csv':
      'account,unit,region,industry,year,per_output,yearly_change,status,source\njobs,persons,,,,25,,estimated,\n',
    'baseline.yaml': 'case: ./case.yaml\nyears: { to: 2020 }\n',
    // Three lines say what happens.
    'closing.yaml': `extends: ./baseline.yaml
events:
  - { name: A plant of 500 jobs closes, regions: North, industries: Cars,
      change: -500 jobs, start: 2014 }
`,
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

async function json(...argv: readonly string[]) {
  const { code, stdout, stderr } = await call([...argv, '--format', 'json', '--quiet']);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return JSON.parse(stdout);
}

describe('A plant of 500 jobs that closes in 2014', () => {
  it('is missing in jobs and in output from 2014 on, in its region, and in the plan as a lever', async () => {
    const run = await json('run', closing);
    const usual = await json('run', baseline);
    const jobs = (from: { accounts: { jobs: number[][][] } }, year: number): number =>
      from.accounts.jobs[year - 2011]![0]![0]!;
    expect(jobs(run, 2013)).toBe(jobs(usual, 2013));
    expect(jobs(run, 2014) - jobs(usual, 2014)).toBeCloseTo(-500, 9);
    expect(run.output[3][0][0] - usual.output[3][0][0]).toBeCloseTo(-20, 9);
    expect(run.reference).toEqual(usual.reference);
    const plan = await json('plan', closing);
    expect(plan.shock[2][0]).toEqual([0, 0]);
    expect(plan.shock[3][0][0]).toBeCloseTo(Math.log(1 - 20 / usual.output[3][0][0]), 12);
    expect((await json('plan', baseline)).shock).toBeNull();
  });

  it('is said in words by run and plan', async () => {
    const run = await call(['run', closing, '--quiet']);
    expect(run.stdout).toContain('jobs by region (persons)');
    expect(run.stdout).toContain('no policies and no events');
    const plan = await call(['plan', closing, '--quiet']);
    expect(plan.stdout).toMatch(/A plant of 500 jobs closes +North +-500 jobs/);
  });

  it('is compared with what would have been, by region, in jobs and in output', async () => {
    const comparison = await json('compare', baseline, closing);
    expect(comparison.futures[0].gain.total).toBe(0);
    expect(comparison.differences[1].regions.North).toBeLessThan(-20);
    expect(Math.abs(comparison.differences[1].regions.South)).toBeLessThan(5);
    const [before, after] = comparison.futures.map(
      (future: { accounts: { jobs: number[][] } }) => future.accounts.jobs[3]!,
    );
    expect(after[0] - before[0]).toBeCloseTo(-500, 9);
    const { stdout } = await call(['compare', baseline, closing, '--quiet']);
    expect(stdout).toContain('What the output stands for in 2020');
    expect(stdout).toMatch(/Compared with no policy and no event, closing gains/);
  });

  it('has bands over draws, in jobs and in output, by region, against a future without policies that keeps it', async () => {
    const study = await json('montecarlo', baseline, closing, '--draws', '40');
    const jobs = study.difference['jobs of North'].closing;
    expect(jobs.years[3]).toBe(2014);
    expect(jobs.p95[2]).toBe(0);
    expect(jobs.p05[3]).toBeLessThanOrEqual(jobs.p50[3]);
    expect(jobs.p50[3]).toBeGreaterThan(-700);
    expect(jobs.p50[3]).toBeLessThan(-350);
    expect(study.difference['output of North'].closing.p50[3]).toBeCloseTo(jobs.p50[3] / 25, 9);
    const alone = await json('montecarlo', closing, '--draws', '20');
    expect(alone.outcomes['jobs of North'].closing).toEqual(alone.outcomes['jobs of North']['no-policy']);
  });

  it('draws its size where that is uncertain', async () => {
    const set = ['--set', 'closing:events.A plant of 500 jobs closes.change=triangular(-700, -500, -100) jobs'];
    const study = await json(
      'montecarlo',
      baseline,
      closing,
      '--draws',
      '60',
      ...set,
      '--set',
      'noise={ common: 0, industry: 0, region: 0, cell: 0 }',
    );
    const { p05, p95 } = study.difference['jobs of North'].closing;
    expect(p05[3]).toBeLessThan(-550);
    expect(p05[3]).toBeGreaterThanOrEqual(-700.001);
    expect(p95[3]).toBeGreaterThan(-300);
  });

  it('stands in accounts.csv of --out, beside the others', async () => {
    const out = join(folder, 'results');
    expect((await call(['run', closing, '--out', out, '--quiet'])).code).toBe(0);
    const rows: Record<string, string>[] = parse(readFileSync(join(out, 'accounts.csv')), { columns: true });
    expect(Object.keys(rows[0]!)).toEqual(['scenario', 'year', 'account', 'region', 'industry', 'value']);
    expect(rows).toHaveLength(10 * 2 * 2);
    expect(readFileSync(join(out, 'report.html'), 'utf8')).toContain('What the output stands for in 2020');
  });

  it('is a mistake where there are not so many jobs, at its place and with exit 2', async () => {
    const { code, stderr } = await call([
      'run',
      closing,
      '--quiet',
      '--set',
      'events.A plant of 500 jobs closes.change=-5000 jobs',
    ]);
    expect(code).toBe(2);
    expect(stderr).toMatch(
      /--set:1:\d+ {2}"A plant of 500 jobs closes" takes more than there is of Cars in North in 2014/,
    );
  });
});
