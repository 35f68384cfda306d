"""What the commands say, in each language of the messages."""

from __future__ import annotations

STEPS = {
    "en": {
        "read": "reading",
        "draw": "drawing figures",
        "resolve": "citations",
        "write": "writing",
        "typeset": "setting",
    },
    "id": {"read": "membaca", "draw": "menggambar", "resolve": "sitasi", "write": "menulis", "typeset": "menata"},
}
WORDS = {
    "en": {
        "unchanged": "nothing has changed",
        "stopped": "nothing was written: mend the errors, or look at the draft with --draft",
        "stopped by crash": "nothing was written, since an error may have passed unseen; --draft writes in spite of it",
        "clean": "no findings",
        "mended": "mended: {count}",
        "would mend": "can be mended: {count}",
        "withheld": "not fixed, as the library would no longer be read the same: {places}",
        "accepted": "{count} findings are known now: {path}",
        "one project": "name one project, or bibliography files (.bib)",
        "one pair": "name one project, or two texts",
        "no place": "name what is confirmed: a place (paper/id/03-method.md:28), a file, or a chapter",
        "confirmed": "confirmed: {count}",
        "ask": "Do they say the same? [y,n,q] ",
        "answers": "y: yes, confirm; n: not now; q: stop here",
        "hint": "hint",
        "error": "error",
        "bug": "this is a bug of thesis-build, not of your thesis; please report it with the lines above",
        "interrupted": "stopped; the last good editions are untouched",
    },
    "id": {
        "unchanged": "tidak ada yang berubah",
        "stopped": "tidak ada yang ditulis: perbaiki galatnya, atau lihat drafnya dengan --draft",
        "stopped by crash": "tidak ada yang ditulis karena mungkin ada kesalahan yang luput; --draft tetap menulis",
        "clean": "tidak ada temuan",
        "mended": "diperbaiki: {count}",
        "would mend": "dapat diperbaiki: {count}",
        "withheld": "tidak diperbaiki, karena pustaka akan terbaca lain: {places}",
        "confirmed": "dinyatakan sama: {count}",
        "ask": "Apakah keduanya sama? [y,n,q] ",
        "answers": "y: ya, nyatakan sama; n: nanti; q: berhenti",
        "accepted": "{count} temuan kini dikenal: {path}",
        "hint": "saran",
        "error": "galat",
        "bug": "ini kesalahan thesis-build, bukan skripsi Anda; mohon laporkan dengan baris-baris di atas",
        "interrupted": "dihentikan; edisi baik yang terakhir tidak berubah",
    },
}
