"""What `--help` says of every command, in each language of the messages.

The usage of a command, what it does, and examples of its use, each with what it is an example of.
"""

from __future__ import annotations

COMMANDS = {
    "en": {
        "": (
            "[options] COMMAND …",
            "Check bilingual theses written in Markdown, and make PDF and HTML of them.",
            (
                ("check the thesis in this folder", "thesis-build check"),
                ("write its editions into build/", "thesis-build build"),
            ),
        ),
        "build": (
            "[options] [PROJECT]",
            "check the thesis and write its editions",
            (
                ("every edition of the thesis in this folder", "thesis-build build"),
                ("only the Indonesian PDF", "thesis-build build --language id --format pdf"),
                ("a draft, although there are errors", "thesis-build build --draft"),
            ),
        ),
        "check": (
            "[options] [PROJECT | FILE.bib …]",
            "report what is wrong with the thesis, or with bibliography files",
            (
                ("the thesis in this folder", "thesis-build check"),
                ("a bibliography alone", "thesis-build check references/library.bib"),
                ("what --fix would change", "thesis-build check --diff"),
                ("citations only, a line each", "thesis-build check --select CIT --format concise"),
            ),
        ),
        "parity": (
            "[options] [PROJECT | FIRST SECOND]",
            "report where the two languages of the thesis differ",
            (
                ("the thesis in this folder", "thesis-build parity"),
                ("both languages side by side, as a page", "thesis-build parity --format html > parity.html"),
                ("two texts without a project", "thesis-build parity abstrak.docx abstract.docx"),
                ("a project whose folder is called terms", "thesis-build parity ./terms"),
            ),
        ),
        "parity confirm": (
            "[options] [POSITION …]",
            "record that pairs of blocks say the same",
            (
                ("the pair at a line", "thesis-build parity confirm paper/id/03-method.md:28"),
                ("every pair of a chapter", "thesis-build parity confirm 03-method"),
                ("every pair of the thesis", "thesis-build parity confirm ."),
                ("show each pair and ask", "thesis-build parity confirm"),
            ),
        ),
        "parity terms": (
            "[options]",
            "list pairs of terms that the text uses, for the glossary",
            (("the terms of the thesis in this folder", "thesis-build parity terms"),),
        ),
        "explain": (
            "[options] [CODE]",
            "explain a rule, or list all rules",
            (
                ("a rule by its code", "thesis-build explain CIT001"),
                ("a rule by its name", "thesis-build explain undefined-citation"),
                ("all rules", "thesis-build explain"),
            ),
        ),
    },
    "id": {
        "": (
            "[opsi] PERINTAH …",
            "Memeriksa skripsi dwibahasa yang ditulis dalam Markdown, dan menjadikannya PDF serta HTML.",
            (
                ("periksa skripsi di folder ini", "thesis-build check"),
                ("tulis semua edisinya ke build/", "thesis-build build"),
            ),
        ),
        "build": (
            "[opsi] [PROYEK]",
            "periksa skripsi, lalu tulis edisi-edisinya",
            (
                ("semua edisi skripsi di folder ini", "thesis-build build"),
                ("hanya PDF bahasa Indonesia", "thesis-build build --language id --format pdf"),
                ("draf, meskipun masih ada kesalahan", "thesis-build build --draft"),
            ),
        ),
        "check": (
            "[opsi] [PROYEK | BERKAS.bib …]",
            "laporkan apa yang salah dalam skripsi atau berkas daftar pustaka",
            (
                ("skripsi di folder ini", "thesis-build check"),
                ("daftar pustaka saja", "thesis-build check references/library.bib"),
                ("perubahan yang akan dibuat --fix", "thesis-build check --diff"),
                ("hanya sitasi, sebaris tiap temuan", "thesis-build check --select CIT --format concise"),
            ),
        ),
        "parity": (
            "[opsi] [PROYEK | PERTAMA KEDUA]",
            "laporkan perbedaan isi antara kedua bahasa skripsi",
            (
                ("skripsi di folder ini", "thesis-build parity"),
                ("kedua bahasa berdampingan, sebagai halaman", "thesis-build parity --format html > parity.html"),
                ("dua teks tanpa proyek", "thesis-build parity abstrak.docx abstract.docx"),
                ("proyek yang foldernya bernama terms", "thesis-build parity ./terms"),
            ),
        ),
        "parity confirm": (
            "[opsi] [POSISI …]",
            "catat bahwa isi pasangan blok sama",
            (
                ("pasangan pada suatu baris", "thesis-build parity confirm paper/id/03-method.md:28"),
                ("semua pasangan dalam satu bab", "thesis-build parity confirm 03-method"),
                ("semua pasangan dalam skripsi", "thesis-build parity confirm ."),
                ("tampilkan pasangan satu per satu dan tanyakan", "thesis-build parity confirm"),
            ),
        ),
        "parity terms": (
            "[opsi]",
            "tampilkan pasangan istilah yang dipakai, untuk glosarium",
            (("istilah dalam skripsi di folder ini", "thesis-build parity terms"),),
        ),
        "explain": (
            "[opsi] [KODE]",
            "jelaskan satu aturan, atau tampilkan daftar semua aturan",
            (
                ("aturan menurut kodenya", "thesis-build explain CIT001"),
                ("aturan menurut namanya", "thesis-build explain undefined-citation"),
                ("semua aturan", "thesis-build explain"),
            ),
        ),
    },
}

HELP = {
    "en": {
        "usage": "usage",
        "commands": "commands",
        "arguments": "arguments",
        "options": "options",
        "examples": "examples",
        "subcommands": "sub-commands, straight after “parity”",
        "error": "error",
        "help": "show this help and exit",
        "version": "show the version and exit",
        "COMMAND": "COMMAND",
        "PROJECT": "PROJECT",
        "PATHS": "PROJECT | FILE.bib",
        "TEXTS": "PROJECT | FIRST SECOND",
        "POSITION": "POSITION",
        "CODE": "CODE",
        "TAG": "TAG",
        "DIR": "DIR",
        "FILE": "FILE",
        "project": "folder that holds paper/ (default: this folder)",
        "paths": "folder that holds paper/ (default: this folder), or bibliography files alone",
        "texts": "folder that holds paper/ (default: this folder), or two texts (Markdown, .docx, .tex, .html)",
        "position": "a position as findings show it (paper/id/03-method.md:28), a file, a folder, a chapter, or the "
        "identifier of a pair; without any, each pair is shown on the terminal, to be confirmed or not",
        "code": "code or name of a rule (default: list all rules)",
        "language": "write only this language (repeatable)",
        "edition": "write only this format (repeatable)",
        "output": "folder for the editions (default: PROJECT/build)",
        "draft": "write the editions even if there are errors",
        "format": "format of the report (default: text)",
        "select": "run only these rules: codes, beginnings of codes, names, or ALL "
        "(repeatable, or separated by commas)",
        "select parity": "run only these rules, named as for check (default: PAR)",
        "ignore": "leave these rules out, named as for --select",
        "fail-on": "least severity that gives exit status 1 (default: error)",
        "fix": "apply the fixes that are safe",
        "unsafe-fixes": "apply all fixes; review the changes afterwards",
        "diff": "show what the fixes change, and change nothing",
        "baseline": "leave out the findings recorded in this file",
        "write-baseline": "record all findings of today in this file",
        "online": "also ask Crossref, doi.org and web servers about the works that are cited",
        "jobs": "number of processes at a time",
        "profile": "occasion to check for (default: that of thesis.yaml, else defence)",
        "locale": "language of help and messages (default: that of the environment)",
        "bad jobs": "must be a whole number from 1",
    },
    "id": {
        "usage": "pemakaian",
        "commands": "perintah",
        "arguments": "argumen",
        "options": "opsi",
        "examples": "contoh",
        "subcommands": "subperintah, langsung setelah “parity”",
        "error": "kesalahan",
        "help": "tampilkan bantuan ini, lalu selesai",
        "version": "tampilkan versi program, lalu selesai",
        "COMMAND": "PERINTAH",
        "PROJECT": "PROYEK",
        "PATHS": "PROYEK | BERKAS.bib",
        "TEXTS": "PROYEK | PERTAMA KEDUA",
        "POSITION": "POSISI",
        "CODE": "KODE",
        "TAG": "BAHASA",
        "DIR": "FOLDER",
        "FILE": "BERKAS",
        "project": "folder yang memuat paper/ (bawaan: folder ini)",
        "paths": "folder yang memuat paper/ (bawaan: folder ini), atau berkas daftar pustaka saja",
        "texts": "folder yang memuat paper/ (bawaan: folder ini), atau dua teks (Markdown, .docx, .tex, .html)",
        "position": "posisi seperti yang tertulis pada temuan (paper/id/03-method.md:28), berkas, folder, bab, atau "
        "pengenal pasangan; tanpa argumen, setiap pasangan ditampilkan di terminal untuk dinyatakan sama atau tidak",
        "code": "kode atau nama aturan (bawaan: daftar semua aturan)",
        "language": "tulis bahasa ini saja (boleh diulang)",
        "edition": "tulis format ini saja (boleh diulang)",
        "output": "folder untuk edisi-edisinya (bawaan: PROYEK/build)",
        "draft": "tulis edisi meskipun masih ada kesalahan",
        "format": "format laporan (bawaan: text)",
        "select": "jalankan aturan ini saja: kode, awal kode, nama, atau ALL (boleh diulang, atau dipisahkan koma)",
        "select parity": "jalankan aturan ini saja, disebut seperti pada check (bawaan: PAR)",
        "ignore": "lewati aturan ini, disebut seperti pada --select",
        "fail-on": "tingkat terendah yang menghasilkan status keluar 1 (bawaan: error)",
        "fix": "terapkan perbaikan yang aman",
        "unsafe-fixes": "terapkan semua perbaikan; tinjau perubahannya sesudah itu",
        "diff": "tampilkan perubahan dari perbaikan tanpa mengubah apa pun",
        "baseline": "abaikan temuan yang tercatat dalam berkas ini",
        "write-baseline": "catat semua temuan saat ini dalam berkas ini",
        "online": "tanyakan juga karya yang disitasi kepada Crossref, doi.org, dan server web",
        "jobs": "jumlah proses sekaligus",
        "profile": "keperluan pemeriksaan (bawaan: yang tertulis di thesis.yaml, atau defence)",
        "locale": "bahasa bantuan dan pesan (bawaan: bahasa lingkungan sistem)",
        "bad jobs": "harus bilangan bulat mulai dari 1",
    },
}

ARGPARSE_ERRORS = (
    (r"argument (.+?): (.+)", {"id": "argumen {0}: {1}"}),
    (r"the following arguments are required: (.+)", {"id": "argumen ini wajib ada: {0}"}),
    (r"unrecognized arguments: (.+)", {"id": "argumen ini tidak dikenal: {0}"}),
    (r"expected one argument", {"id": "memerlukan satu nilai"}),
    (r"invalid choice: (.+?) \(choose from (.+)\)", {"id": "{0} bukan pilihan yang ada (pilih dari {1})"}),
    (r"ambiguous option: (.+) could match (.+)", {"id": "opsi {0} rancu, dapat berarti {1}"}),
    (r"ignored explicit argument (.+)", {"id": "tidak menerima nilai {0}"}),
)
"""Patterns of the error messages of argparse, and the same in other languages."""
