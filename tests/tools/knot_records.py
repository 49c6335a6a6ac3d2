"""The records of zone files as Knot loads them.

Knot has no program that prints a zone; its daemon does. One that listens on no network and writes nothing
is started for many zones of different names at a time, and asked for each through its control socket.
"""

import re
import subprocess
import tempfile
import time
from pathlib import Path

import server_records

CONFIGURATION = """server:
    rundir: {0}
    background-workers: 1
database:
    storage: {0}
log:
  - target: stderr
    any: critical
template:
  - id: default
    journal-content: none
    zonefile-sync: -1
    zonefile-load: whole
zone:
"""


def of_file(print_zone, origin, path):
    """None when Knot refuses the file."""
    text = texts_of([(origin, path)])[0]
    return text and server_records.of_text(print_zone, origin, text)


def texts_of(zones):
    """For each (origin, absolute path) what Knot prints, or None when it refuses the file."""
    texts = [None] * len(zones)
    waiting = list(range(len(zones)))
    while waiting:  # a daemon serves a zone once
        batch, names = [], set()
        for number in waiting:
            name = zones[number][0].lower()
            if name not in names and len(batch) < 200:
                names.add(name)
                batch.append(number)
        waiting = [number for number in waiting if number not in set(batch)]
        for number, text in zip(batch, printed([zones[number] for number in batch])):
            texts[number] = text
    return texts


def printed(zones):
    """What Knot prints, or None, of zones that all have different names."""
    with tempfile.TemporaryDirectory() as folder:
        configuration = CONFIGURATION.format(folder)
        for origin, path in zones:
            configuration += f'  - domain: "{quoted(origin)}"\n    file: "{quoted(path)}"\n'
        Path(folder, "knot.conf").write_text(configuration)
        daemon = subprocess.Popen(["knotd", "-c", Path(folder, "knot.conf")], stdout=subprocess.DEVNULL,
                                  stderr=subprocess.DEVNULL)
        try:
            if answers(daemon, folder):
                return [text_of(folder, origin) for origin, _ in zones]
        finally:
            daemon.kill()
            daemon.wait()
    # One of them ends the daemon, or it does not come to an end (a file that includes itself).
    if len(zones) == 1:
        return [None]
    half = len(zones) // 2
    return printed(zones[:half]) + printed(zones[half:])


def text_of(folder, origin):
    done = control(folder, "zone-read", origin)
    text = re.sub(rb"(?m)^\[[^\] ]*\] ", b"", done.stdout)
    return text if done.returncode == 0 and text.strip() else None


def quoted(text):
    return text.replace("\\", "\\\\").replace('"', '\\"')


def control(folder, *words):
    return subprocess.run(["knotc", "-s", Path(folder, "knot.sock"), "-t", "60", *words], capture_output=True)


def answers(daemon, folder):
    """Whether it comes to answer, which it does when it has loaded or refused every zone."""
    end = time.monotonic() + 20
    while time.monotonic() < end and daemon.poll() is None:
        if control(folder, "status").returncode == 0:
            return True
        time.sleep(0.02)
    return False
