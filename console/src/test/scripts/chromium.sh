#!/bin/sh
# Prints the path of Chromium. Where there is none and this is root on Debian or Ubuntu, it is installed.
set -eu

find_it() {
  for name in "${CHROMIUM:-}" chromium chromium-browser google-chrome google-chrome-stable; do
    if [ -n "$name" ] && command -v "$name" 2>/dev/null; then
      return 0
    fi
  done
  return 1
}

find_it && exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
  echo "Chromium is not there; installing it with apt-get …" >&2
  # A machine without a network is not waited for.
  { timeout 60 apt-get update -qq && DEBIAN_FRONTEND=noninteractive timeout 180 apt-get install -y -qq --no-install-recommends chromium; } >&2 || true
  find_it && exit 0
fi
echo "The tests of the pages need Chromium: install the package chromium, or name one with CHROMIUM." >&2
exit 1
