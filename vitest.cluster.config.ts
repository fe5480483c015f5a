// The examples of docs/scale.md, run by the engines that they are written for.
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: { include: ['tests/cluster/**/*.test.ts'], testTimeout: 600_000, hookTimeout: 120_000 },
});
