// Tables of a dataset, as a message → their Parquet files.
import { type ParquetWork, writeParquetOf } from './dataset/writeParquet.ts';
import { serveOnce } from './platform/apart.ts';

await serveOnce<ParquetWork, null>(async (work) => {
  await writeParquetOf(work);
  return null;
});
