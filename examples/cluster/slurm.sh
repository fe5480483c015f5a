#!/usr/bin/env bash
# A build in shards on Slurm: bash slurm.sh RAW WORK OUT SHARDS
# Ends when the dataset is there. After a failure run it again: what is done already is not done twice.
set -euo pipefail
raw=$1 work=$2 out=$3 n=$4
program=${VERITABLE:-veritable}

mkdir -p "$work/logs"
at=$(printf -- '--shards %d --raw %q --work %q' "$n" "$raw" "$work")
submit() {
  local name=$1
  shift
  sbatch --parsable --kill-on-invalid-dep=yes --job-name "$name" --output "$work/logs/$name-%j-%a.txt" "$@"
}

# Tasks count from 0; each knows its shard by SLURM_ARRAY_TASK_ID.
links=$(submit links --array "0-$((n - 1))" --wrap "$program shard links $at")
plan=$(submit plan --dependency "afterok:$links" --wrap "$program shard plan $at")
examine=$(submit examine --dependency "afterok:$plan" --array "0-$((n - 1))" --wrap "$program shard examine $at")
# A merge that never began, since a shard failed, counts for Slurm as done: a mark of its own says that it was.
rm -f "$work/merged"
submit merge --wait --dependency "afterok:$examine" \
  --wrap "$program merge $at --out $(printf %q "$out") && touch $(printf %q "$work/merged")" || true
[ -e "$work/merged" ] || {
  echo "There is no dataset: see $work/logs, and run this again." >&2
  exit 1
}
