"""The records of a zone file as BIND, NSD and PowerDNS load them, and as we do.

A record is (owner, type, data), the names and data as octets, letters in lower case; its TTL is beside
it. BIND writes that itself (named-compilezone -F raw). The others print text, which BIND then turns into
octets, so that our reader has no part in what ours is compared with; only what BIND refuses is read back
by us.
"""

import json
import re
import struct
import subprocess
import tempfile
from pathlib import Path

# Nothing but reading: no check of targets, addresses or host names.
COMPILE = ["named-compilezone", "-q", "-j", "-D", "-i", "none", "-F", "raw"]
COMPILE += [word for option in "kmnrMSW" for word in ("-" + option, "ignore")]


ADDED = "added.name.server."


def of_zonevet(print_zone, origin, file, folder):
    done = subprocess.run([print_zone, file, origin], cwd=folder, capture_output=True, text=True, timeout=60)
    if done.returncode != 0:
        raise RuntimeError(done.stderr)
    records = {}
    for line in done.stdout.splitlines():
        owner, ttl, number, data = (line + " ").split(" ")[:4]
        key = (bytes.fromhex(owner).lower(), int(number), bytes.fromhex(data).lower())
        records.setdefault(key, []).append(int(ttl))
    return records


def run(command, folder):
    """None when the server refuses, or does not come to an end (files that include themselves)."""
    try:
        done = subprocess.run(command, cwd=folder, capture_output=True, timeout=20)
    except subprocess.TimeoutExpired:
        return None
    return done if done.returncode == 0 else None


def of_bind(origin, file, folder):
    """None when BIND refuses the file."""
    with tempfile.TemporaryDirectory() as scratch:
        out = Path(scratch, "zone")
        done = run([*COMPILE, "-o", out, origin, file], folder)
        return raw_records(out.read_bytes()) if done else None


def of_nsd(print_zone, origin, file, folder):
    """None when NSD refuses the file."""
    done = run(["nsd-checkzone", "-p", origin, file], folder)
    return of_text(print_zone, origin, done.stdout) if done else None


def of_powerdns(print_zone, origin, file, folder):
    """None when PowerDNS refuses the file."""
    done = run(["zone2json", "--zone=" + file, "--zone-name=" + origin], folder)
    if not done or b"{" not in done.stdout:
        return None
    lines = ["$ORIGIN ."]  # names in its data have no final dot
    for record in json.loads(done.stdout.decode("latin-1"))["records"]:
        kind = {"ADDR": "TYPE65400"}.get(record["type"], record["type"])
        before = f"{record['prio']} " if kind in ("MX", "SRV") else ""
        lines.append(f"{record['name']} {record['ttl']} IN {kind} {before}{record['content']}")
    return of_text(print_zone, origin, "\n".join(lines).encode("latin-1"))


def of_text(print_zone, origin, text):
    """Records that a server printed."""
    with tempfile.TemporaryDirectory() as scratch:
        printed = Path(scratch, "printed")
        printed.write_bytes(text)
        records = of_bind(origin, "printed", scratch)
        if records is None:  # most often for want of an NS record
            printed.write_bytes(text + f"\n{origin.rstrip('.')}. 1 IN NS {ADDED}\n".encode())
            records = of_bind(origin, "printed", scratch)
            added = b"".join(bytes([len(label)]) + label.encode() for label in ADDED.split("."))
            for key in [key for key in records or () if key[2] == added]:
                del records[key]
        if records is None:  # what BIND does not take at all
            printed.write_bytes(text)
            records = of_zonevet(print_zone, origin, "printed", scratch)
        return records


def raw_records(octets):
    """lib/dns/masterdump.c: a head of 24 octets, then one block for each set."""
    records, at = {}, 24
    while at < len(octets):
        total, _, number, _, ttl, count, name_size = struct.unpack_from(">IHHHIIH", octets, at)
        begin, end = at + 20, at + total
        owner = octets[begin:begin + name_size].lower()
        begin += name_size
        for _ in range(count):
            size = struct.unpack_from(">H", octets, begin)[0]
            key = (owner, number, octets[begin + 2:begin + 2 + size].lower())
            records.setdefault(key, []).append(ttl)
            begin += 2 + size
        assert begin == end, "not the format of named-compilezone -F raw"
        at = end
    return records


def differences(ours, theirs, origin):
    """(how, key, their TTL or ours) of each record that differs, but for what servers do on purpose: they
    keep one of equal records, one TTL for a set, and BIND drops what is outside the zone."""
    ttls = {}
    for (owner, number, _), seen in ours.items():
        ttls.setdefault((owner, number), set()).update(seen)
    apex = "." + origin.rstrip(".").lower() + "."
    for key in theirs.keys() - ours.keys():
        yield "theirs alone", key, theirs[key][0]
    for key in ours.keys() - theirs.keys():
        if apex == ".." or ("." + name_text(key[0])).endswith(apex):
            yield "ours alone", key, ours[key][0]
    for key in ours.keys() & theirs.keys():
        if not set(theirs[key]) <= ttls[key[:2]]:
            yield "TTL", key, theirs[key][0]


def shown(key, ttl):
    owner, number, data = key
    return f"{name_text(owner)} {ttl} TYPE{number} {data.hex()[:80]}"


def name_text(wire):
    labels = []
    while wire and wire[0]:
        labels.append(re.sub(rb"[^!-~]", b"?", wire[1:1 + wire[0]]).decode())
        wire = wire[1 + wire[0]:]
    return ".".join(labels) + "."
