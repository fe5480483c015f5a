#!/usr/bin/env bash
# Starts a Slurm of one machine on loopback, as root: slurm.sh start FOLDER PORT PORT; and ends it: slurm.sh stop FOLDER
# Nothing of the system is touched: keys, sockets, state and logs lie in FOLDER.
set -euo pipefail
action=$1 folder=$2

if [ "$action" = stop ]; then
  for name in slurmd slurmctld munged; do
    [ -f "$folder/$name.pid" ] && kill "$(cat "$folder/$name.pid")" || true
  done
  exit 0
fi

here=$(hostname -s)
mkdir -p "$folder/state" "$folder/spool"
chmod 755 "$folder"
(umask 077 && head -c 64 /dev/urandom >"$folder/munge.key")
# Its folder lies below /tmp, which munge warns of without --force.
munged --force --key-file "$folder/munge.key" --socket "$folder/munge.socket" --pid-file "$folder/munged.pid" \
  --log-file "$folder/munged.log" --seed-file "$folder/munge.seed" 2>"$folder/munged.err"
cat >"$folder/slurm.conf" <<CONF
ClusterName=here
SlurmctldHost=$here(127.0.0.1)
SlurmUser=root
AuthType=auth/munge
AuthInfo=socket=$folder/munge.socket
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
SelectType=select/cons_tres
SelectTypeParameters=CR_Core
SwitchType=switch/none
MpiDefault=none
ReturnToService=2
StateSaveLocation=$folder/state
SlurmdSpoolDir=$folder/spool
SlurmctldLogFile=$folder/slurmctld.log
SlurmdLogFile=$folder/slurmd.log
SlurmctldPidFile=$folder/slurmctld.pid
SlurmdPidFile=$folder/slurmd.pid
SlurmctldPort=$3
SlurmdPort=$4
NodeName=$here NodeAddr=127.0.0.1 CPUs=2 RealMemory=1000
PartitionName=main Nodes=$here Default=YES State=UP
CONF
export SLURM_CONF=$folder/slurm.conf
slurmctld -f "$SLURM_CONF"
slurmd -f "$SLURM_CONF" -N "$here"
for _ in $(seq 100); do
  sinfo --noheader --format %t 2>/dev/null | grep -q idle && exit 0
  sleep 0.2
done
cat "$folder"/slurm*.log >&2
exit 1
