#!/bin/sh
# Puts the parts of a study together on Slurm, once all have ended well. See slurm-submit.sh.
#SBATCH --job-name=tandem-merge
#SBATCH --cpus-per-task=1
#SBATCH --mem=8G
#SBATCH --time=01:00:00
set -eu
: "${PARTS:?folder of the parts}" "${RESULT:?folder of the result}"
exec ${TANDEM:-npx tandem} merge "$PARTS"/* --out "$RESULT" --workers 1 --quiet
