import { ByteWriter, ParquetWriter } from 'hyparquet-writer';
import type { Batch } from '../../montecarlo/draws/batch.js';
import type { Study } from '../../montecarlo/study/study.js';
import { drawColumns, drawValues } from './draws-table.js';

/** Draws that are held at once: about as many numbers as this. */
const NUMBERS_HELD = 1_000_000;

/** The draws' table as pieces of a Parquet file, one group of rows after the other, so that any number of draws fits the memory. */
export function* drawParquet(study: Study, batches: Iterable<Batch>): Generator<Uint8Array> {
  const names = drawColumns(study).map(({ name }) => name);
  const write = drawValues(study);
  const height = Math.max(1, Math.floor(NUMBERS_HELD / names.length));
  const columns = names.map(() => new Float64Array(height));
  const values = new Float64Array(names.length);
  const bytes = new ByteWriter();
  const schema = [
    { name: 'root', num_children: names.length },
    ...names.map((name, c) => ({
      name,
      type: c === 0 ? ('INT64' as const) : ('DOUBLE' as const),
      repetition_type: 'REQUIRED' as const,
    })),
  ];
  const file = new ParquetWriter({ writer: bytes, schema, createdBy: 'tandem' });
  let held = 0;
  const flush = (): Uint8Array => {
    if (held > 0) {
      const columnData = names.map((name, c) => ({
        name,
        data: c === 0 ? BigInt64Array.from(columns[c]!.subarray(0, held), BigInt) : columns[c]!.slice(0, held),
      }));
      file.write({ columnData, rowGroupSize: held });
    }
    held = 0;
    return takeBytes(bytes);
  };
  for (const batch of batches) {
    for (let k = 0; k < batch.count; k++) {
      write(batch, k, values);
      for (let c = 0; c < names.length; c++) columns[c]![held] = values[c]!;
      held++;
      if (held === height) yield flush();
    }
  }
  yield flush();
  file.finish();
  yield takeBytes(bytes);
}

/** Takes the bytes written so far out of the writer. */
function takeBytes(writer: ByteWriter): Uint8Array {
  const written = writer.getBytes().slice();
  writer.index = 0;
  return written;
}
