#!/usr/bin/env bash
# Turns reviewed plans into PDFs that are ready to be signed: build, verify, sums. What the GitHub action and the GitLab
# template run. Usage: sign-ready.sh OUT PLANS...   where PLANS is a file or a pattern, in which ** is any number of folders; several
# may stand in one argument, a line each. KEHOACH_FLAGS holds further flags of build.
set -euo pipefail
if (($# < 2)); then
  echo "usage: ${0##*/} OUT PLANS..." >&2
  exit 2
fi
out=$1
shift
read -ra flags <<<"${KEHOACH_FLAGS:-}"

shopt -s nullglob
shopt -s globstar 2>/dev/null || true # bash 3.2 of macOS has none: there ** is one folder
IFS=$'\n'
plans=()
for pattern in "$@"; do
  if [[ -f $pattern ]]; then
    plans+=("$pattern")
  else
    # shellcheck disable=SC2206  # the pattern is meant to be expanded
    plans+=($pattern)
  fi
done
unset IFS
if ((${#plans[@]} == 0)); then
  echo "no plan is called $*" >&2
  exit 2
fi

# An empty list is no list to bash 3.2 under -u.
kehoach build --final -o "$out" ${flags[@]+"${flags[@]}"} "${plans[@]}"
made=("$out"/*.pdf)
((${#made[@]})) || made=("$out"/*.docx) # --format docx
kehoach verify "${made[@]}"
cd "$out"
rm -f SHA256SUMS
if command -v sha256sum >/dev/null; then
  sums=$(sha256sum -- *)
else
  sums=$(shasum -a 256 -- *)
fi
tee SHA256SUMS <<<"$sums"
