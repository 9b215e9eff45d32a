import { describe, expect, it } from 'vitest';
import { parseScenario } from '../../engine/scenario/parse-scenario.js';
import { readBundled } from '../bundled.js';

/** The parameters of a scenario over a bundled case, from the text of its keys. */
async function parametersIn(folder: string, text: string) {
  const path = `${folder}/mine.yaml`;
  const read = readBundled({ [path]: `case: ./case.yaml\nyears: { to: 2025 }\n${text}` });
  return (await parseScenario(read, path)).scenario.parameters;
}

describe('The parameters of the channel between industries', () => {
  it('are uncertain where the case has an input–output table, and 0 where it has none', async () => {
    expect((await parametersIn('changchun-jilin', '')).supplierAccess).toMatchObject({ kind: 'distribution' });
    const { supplierAccess, customerAccess } = await parametersIn('tutorial', '');
    expect([supplierAccess, customerAccess]).toEqual([
      { kind: 'constant', value: 0 },
      { kind: 'constant', value: 0 },
    ]);
  });

  it('are refused where output may attract more than itself, market access and the response of the stages included', async () => {
    const refused = (text: string) => expect(parametersIn('changchun-jilin', `parameters: { ${text} }\n`)).rejects;
    // 2 · (0.6 + 0.25 + 0.25) = 2.2.
    await refused('response: { growing: 2 }, marketAccess: 0.6, supplierAccess: 0.25, customerAccess: 0.25').toThrow(
      'mine.yaml:3:',
    );
    await refused('response: { growing: 2 }, marketAccess: 0.6, supplierAccess: 0.25, customerAccess: 0.25').toThrow(
      'may reach 2.2: above 2 output would attract more than itself',
    );
    const { marketAccess } = await parametersIn(
      'changchun-jilin',
      'parameters: { response: { growing: 2 }, marketAccess: 0.5, supplierAccess: 0.25, customerAccess: 0.25 }\n',
    );
    expect(marketAccess).toEqual({ kind: 'constant', value: 0.5 });
    // Without a table market access alone counts, whose domain keeps it below.
    await parametersIn('tutorial', 'parameters: { response: { growing: 2 }, marketAccess: 1, supplierAccess: 0.25 }\n');
  });
});
