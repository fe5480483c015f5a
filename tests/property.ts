// fast-check with the same draws in every run, so that a change is judged by what it changes. `PROPERTY_SEED=n` draws
// others: whoever has time to spare looks for what no run has seen.
import fc from 'fast-check';

fc.configureGlobal({ seed: Number(process.env['PROPERTY_SEED'] ?? 1) });

export default fc;
