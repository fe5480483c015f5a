// Whole releases: killed at every step, and made in two places under two versions of Node.
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: { include: ['tests/release/slow/**/*.test.ts'], testTimeout: 300_000, hookTimeout: 60_000 },
});
