#!/bin/sh
# One part of a study on Slurm: an array task that computes part K of N and keeps it in $PARTS/K. See slurm-submit.sh.
#SBATCH --job-name=tandem-part
#SBATCH --cpus-per-task=1
#SBATCH --mem=2G
#SBATCH --time=01:00:00
#SBATCH --requeue
#SBATCH --open-mode=append
set -eu
# N is given, never taken from SLURM_ARRAY_TASK_COUNT: of a single task that is submitted again that says 1.
: "${N:?number of parts}" "${PARTS:?folder of the parts}" "${SLURM_ARRAY_TASK_ID:?not an array task}"
# --resume goes on where a task that was killed has stopped, and begins where there is nothing yet.
exec ${TANDEM:-npx tandem} "$@" --shard "$SLURM_ARRAY_TASK_ID/$N" --out "$PARTS/$SLURM_ARRAY_TASK_ID" --workers 1 --resume --quiet
