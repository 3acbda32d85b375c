#!/usr/bin/env bash
# Turns reviewed plans into PDFs that are ready to be signed: build, verify, sums. What the GitHub action and the GitLab
# template run. Usage: sign-ready.sh OUT PLAN.yaml...   KEHOACH_FLAGS holds further flags of build.
set -euo pipefail
if (($# < 2)); then
  echo "usage: ${0##*/} OUT PLAN.yaml..." >&2
  exit 2
fi
out=$1
shift
read -ra flags <<<"${KEHOACH_FLAGS:-}"
kehoach build --final -o "$out" "${flags[@]}" "$@"
kehoach verify "$out"/*.pdf
cd "$out"
rm -f SHA256SUMS
sums=$(sha256sum -- *)
tee SHA256SUMS <<<"$sums"
