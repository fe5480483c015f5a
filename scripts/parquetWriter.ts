// Tables of a dataset, as a message → their Parquet files.
import { type ParquetWork, writeParquetOf } from './dataset/writeParquet.ts';
import { serveOnce } from './platform/workers.ts';

await serveOnce<ParquetWork, null>(async (work) => {
  await writeParquetOf(work);
  return null;
});
