#!/bin/sh
# Submits a study to Slurm: N parts as one array, and a job that merges them when all have ended well.
#
#   N=40 PARTS=parts RESULT=results sh slurm-submit.sh montecarlo a.yaml b.yaml --draws 100000 --seed 2
#
# All nodes see the folder in which it is called, with the files of the study in it, and the same tandem: TANDEM holds its command where
# it is not npx tandem. Set time and memory by tandem ... --estimate, as SBATCH_TIMELIMIT or by editing the two scripts. If a task ends
# badly, the merge waits; submit that task alone, with N as before, and the merge after it:
#
#   N=40 PARTS=parts sbatch --array=7 slurm-part.sh montecarlo a.yaml b.yaml --draws 100000 --seed 2
set -eu
: "${N:?number of parts}" "${PARTS:?folder of the parts}" "${RESULT:?folder of the result}"
export N PARTS RESULT
here=$(cd "$(dirname "$0")" && pwd)
mkdir -p "$PARTS"
array=$(sbatch --parsable --array="0-$((N - 1))" "$here/slurm-part.sh" "$@")
merge=$(sbatch --parsable --dependency="afterok:$array" "$here/slurm-merge.sh")
echo "parts $array, merge $merge"
