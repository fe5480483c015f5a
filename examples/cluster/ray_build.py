"""A build in shards with Ray: python ray_build.py RAW WORK OUT SHARDS

Ray only calls the program, which must be installed on every node; WORK and RAW are folders that all nodes reach.
"""
import subprocess
import sys

import ray

raw, work, out, shards = sys.argv[1:5]
AT = ["--raw", raw, "--work", work]


@ray.remote(max_retries=2, retry_exceptions=True)
def run(*command: str) -> None:
    subprocess.run(["veritable", *command, *AT], check=True)


def run_all(step: str) -> None:
    ray.get([run.remote("shard", step, "--shard", f"{k}/{shards}") for k in range(1, int(shards) + 1)])


ray.init()
run_all("links")
ray.get(run.remote("shard", "plan", "--shards", shards))
run_all("examine")
ray.get(run.remote("merge", "--shards", shards, "--out", out))
