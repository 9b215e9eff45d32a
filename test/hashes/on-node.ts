/** Writes the hashes of a folder of scenarios as JSON: what other versions of Node run, bundled. */
import { resultHashes } from './result-hashes.js';
import { scenarioTexts } from './scenario-texts.js';

process.stdout.write(JSON.stringify(await resultHashes(scenarioTexts(process.argv[2]!)), null, 2));
