# Shared by the proofs: where things are, a fresh clone, processes that end with the script.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
shared=${AGENTOS_SHARED:-$root/../shared}
scratch=$(mktemp -d)
chmod 711 "$scratch"   # a database started by root runs as another user, who must get through
started=()

cleanup() {
  for pid in ${started[@]+"${started[@]}"}; do
    kill "$pid" 2>/dev/null && wait "$pid" 2>/dev/null || true
  done
  mountpoint -q "$scratch/small" 2>/dev/null && umount -l "$scratch/small"
  rm -rf "$scratch"
}
trap cleanup EXIT

fail() { printf 'FAILED: %s\n' "$*" >&2; exit 1; }

need_shared() {
  [[ -e $shared/$1 ]] || fail "this proof needs data from outside the project: $1 was not found under $shared (set AGENTOS_SHARED)"
}

# Clones what is committed into an empty folder and goes there.
fresh_clone() {
  git clone --quiet "$root" "$scratch/clone"
  cd "$scratch/clone"
}

seconds_since() { awk -v a="$1" -v b="$(date +%s.%N)" 'BEGIN { printf "%.1f", b - a }'; }
