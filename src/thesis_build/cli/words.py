"""What the commands print beside their reports, in each language of the messages."""

from __future__ import annotations

STEPS = {
    "en": {
        "read": "reading",
        "draw": "drawing figures",
        "resolve": "formatting citations",
        "write": "writing",
        "typeset": "typesetting",
    },
    "id": {
        "read": "membaca",
        "draw": "menggambar",
        "resolve": "menyusun sitasi",
        "write": "menulis",
        "typeset": "menata halaman",
    },
}
STATES = {
    "en": {"confirmed": "confirmed", "stale": "stale", "both-changed": "both changed", "new": "new"},
    "id": {
        "confirmed": "dinyatakan sama",
        "stale": "satu pihak berubah",
        "both-changed": "kedua pihak berubah",
        "new": "baru",
    },
}
"""The states of a pair of blocks."""

WORDS = {
    "en": {
        "unchanged": "nothing has changed",
        "stopped": "nothing was written: fix the errors, or build a draft with --draft",
        "stopped by crash": "nothing was written, because an error may have been missed; --draft writes all the same",
        "notes": "{notes}: thesis-build check shows them",
        "placeholders": "no script was run; placeholders stand for: {figures}",
        "clean": "no findings",
        "left out": "left out by check.ignore in paper/thesis.yaml: {names}",
        "fixed": "fixed: {count}",
        "fixable": "can be fixed: {count}",
        "withheld": "not fixed, as the library would no longer be read the same: {places}",
        "accepted": "findings recorded as known in {path}: {count}",
        "one project": "name one project, or bibliography files (.bib)",
        "one pair": "name one project, two texts, or one file with both; "
        "“confirm” and “terms” come straight after “parity”",
        "no position": "name what to confirm: a position (paper/id/03-method.md:28), a file, a chapter, or . for all",
        "confirmed": "confirmed: {count}",
        "ask": "Do they say the same? [y,n,q] ",
        "answers": "y: yes, confirm; n: not now; q: stop here",
        "hint": "hint",
        "error": "error",
        "store link": ".thesis-build is or contains a symbolic link and is not used; delete it",
        "store tracked": ".thesis-build is tracked by git and not used; remove it: git rm -r --cached .thesis-build",
        "bug": "this is a bug in thesis-build, not in your thesis; please report it with the lines above",
        "interrupted": "stopped; the last good editions are untouched",
    },
    "id": {
        "unchanged": "tidak ada yang berubah",
        "stopped": "tidak ada yang ditulis: perbaiki kesalahannya, atau buat draf dengan --draft",
        "stopped by crash": "tidak ada yang ditulis karena mungkin ada kesalahan yang luput; --draft tetap menulis",
        "notes": "{notes}: ditampilkan oleh thesis-build check",
        "placeholders": "skrip tidak dijalankan; gambar pengganti dipakai untuk: {figures}",
        "clean": "tidak ada temuan",
        "left out": "dilewati karena check.ignore di paper/thesis.yaml: {names}",
        "fixed": "diperbaiki: {count}",
        "fixable": "dapat diperbaiki: {count}",
        "withheld": "tidak diperbaiki, karena pustaka akan terbaca lain: {places}",
        "accepted": "temuan yang kini tercatat dalam {path}: {count}",
        "one project": "sebutkan satu proyek, atau berkas daftar pustaka (.bib)",
        "one pair": "sebutkan satu proyek, dua teks, atau satu berkas yang memuat keduanya; "
        "“confirm” dan “terms” ditulis langsung setelah “parity”",
        "no position": "sebutkan apa yang dinyatakan sama: "
        "posisi (paper/id/03-method.md:28), berkas, bab, atau . untuk semuanya",
        "confirmed": "dinyatakan sama: {count}",
        "ask": "Apakah isinya sama? [y,n,q] ",
        "answers": "y: ya, nyatakan sama; n: nanti saja; q: berhenti",
        "hint": "saran",
        "error": "kesalahan",
        "store link": ".thesis-build adalah atau memuat tautan simbolis, jadi tidak dipakai; hapus saja",
        "store tracked": ".thesis-build dilacak git, jadi tidak dipakai; keluarkan: git rm -r --cached .thesis-build",
        "bug": "ini kesalahan dalam thesis-build, bukan dalam skripsi Anda; mohon laporkan beserta baris-baris di atas",
        "interrupted": "dihentikan; edisi terakhir yang utuh tidak berubah",
    },
}
NEW = {
    "en": {
        "languages": "Language of the text (id, en; both: id,en)",
        "title": "Title ({tag}; Enter: later)",
        "author": "Your name (Enter: later)",
        "institution": "University (Enter: later)",
        "bibliography": "A .bib file that you have already (Enter: none)",
        "next": "the thesis is ready; next: cd {folder} && thesis-build build; then read {page}",
    },
    "id": {
        "languages": "Bahasa teks (id, en; keduanya: id,en)",
        "title": "Judul ({tag}; Enter: nanti saja)",
        "author": "Nama Anda (Enter: nanti saja)",
        "institution": "Universitas (Enter: nanti saja)",
        "bibliography": "Berkas .bib yang sudah ada (Enter: belum ada)",
        "next": "skripsi sudah siap; berikutnya: cd {folder} && thesis-build build; lalu baca {page}",
    },
}
"""What `new` asks, and what it says at the end."""
