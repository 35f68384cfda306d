#!/bin/sh
# The HTML edition and the report of a check in a browser: run.sh PYTHON. Needs Debian's chromium (or CHROMIUM) and npm.
set -eu
python=$1
here=$(dirname "$0")
command -v npm >/dev/null || { echo "npm is missing; install it, for example: apt-get install npm" >&2; exit 1; }
command -v "${CHROMIUM:-chromium}" >/dev/null || { echo "Chromium is missing; install it, for example: apt-get install chromium" >&2; exit 1; }
[ -d "$here/node_modules" ] || (cd "$here" && npm ci --silent)
"$python" "$here/kitchen_sink.py" build/browser
"$python" -m tests.reports.pages build/browser
"$python" -m thesis_build parity --format html --locale id > build/browser/parity-id.html
"$python" -m thesis_build parity --format html tests/projects/one-page/paper/id/01-start.md \
    tests/projects/one-page/paper/en/01-start.md > build/browser/parity-pair.html
CHROMIUM=$(command -v "${CHROMIUM:-chromium}")
export CHROMIUM
node "$here/report.mjs" build/browser/report-en.html build/browser/report-id.html build/browser/report-none.html \
    build/browser/parity-id.html build/browser/parity-pair.html
node "$here/check.mjs" build/thesis.html build/browser/kitchen-sink.html build/browser/one-language.html
