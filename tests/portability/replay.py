"""The table of portability cases on the servers themselves.

    replay.py print_cases print_zone [KEY...]

Each sample is loaded by every server that is installed here: its cell must say whether that refuses the
zone, reads other records than we do, or the same. What is not installed is named and skipped.
"""

import json
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tools"))
import knot_records  # noqa: E402
import server_records  # noqa: E402

ORIGIN = "example.com."
HEAD = ("$TTL 3600\n@ SOA ns1 hostmaster 1 4h 1h 14d 1h\n@ NS ns1\n@ NS ns2\n"
        "ns1 A 192.0.2.1\nns2 A 192.0.2.2\n")
KINDS = ("reads it as we do", "reads it otherwise", "refuses it")
NEEDED = {"bind": ["named-checkzone", "named-compilezone"], "knot": ["kzonecheck", "knotd", "knotc"],
          "nsd": ["nsd-checkzone"], "powerdns": ["zone2json"]}


def write_sample(sample, folder):
    """Files of a sample; the zone is called `zone`."""
    text, *others = sample.removeprefix("\n").split("; file: ")
    if " SOA " not in text and "; no SOA" not in text:
        text = HEAD + text
    Path(folder, "zone").write_bytes(text.encode("latin-1"))
    for other in others:
        name, content = other.split("\n", 1)
        Path(folder, name).write_bytes(content.encode("latin-1"))


def loads(command, folder):
    return subprocess.run(command, cwd=folder, capture_output=True, timeout=60).returncode == 0


def records_of(server, print_zone, folder):
    """What the server reads; None when it refuses the zone."""
    if server == "bind":
        if not loads(["named-checkzone", "-i", "local", ORIGIN, "zone"], folder):
            return None
        return server_records.of_bind(ORIGIN, "zone", folder)
    if server == "knot":
        if not loads(["kzonecheck", "-o", ORIGIN, "zone"], folder):
            return None
        return knot_records.of_file(print_zone, ORIGIN, str(Path(folder, "zone")))
    if server == "nsd":
        return server_records.of_nsd(print_zone, ORIGIN, "zone", folder)
    return server_records.of_powerdns(print_zone, ORIGIN, "zone", folder)


def check(case, servers, print_zone):
    """Sentences, one for each cell that is not so."""
    with tempfile.TemporaryDirectory() as folder:
        write_sample(case["sample"], folder)
        ours = server_records.of_zonevet(print_zone, ORIGIN, "zone", folder)
        wrong = []
        for server in servers:
            theirs = records_of(server, print_zone, folder)
            if theirs is None:
                kind = 2
            else:
                kind = int(any(True for _ in server_records.differences(ours, theirs, ORIGIN)))
            # What we call an error and the server takes, it reads otherwise even when its records are ours.
            if kind != case[server] and not (kind == 0 and case[server] == 1 and case["error"]):
                wrong.append(f"{case['key']}: the table says that {server} {KINDS[case[server]]}, it {KINDS[kind]}")
        return wrong


def main():
    print_cases, print_zone = (str(Path(program).resolve()) for program in sys.argv[1:3])
    keys = sys.argv[3:]
    cases = json.loads(subprocess.run([print_cases], capture_output=True, check=True).stdout)
    cases = [case for case in cases if not keys or case["key"] in keys]
    servers = [server for server, needed in NEEDED.items() if all(map(shutil.which, needed))]
    for server in NEEDED.keys() - set(servers):
        print(f"{server} is not installed: its column is not replayed")
    if not servers:
        return 77
    with ThreadPoolExecutor(2) as pool:
        wrong = [line for lines in pool.map(lambda case: check(case, servers, print_zone), cases) for line in lines]
    print("\n".join(wrong))
    print(f"{len(cases)} cases on {', '.join(servers)}: {len(wrong)} cells are wrong")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
