"""Builds a wheel that holds the zonevet binary and nothing else (PEP 517, standard library only).

pip calls these functions when pre-commit installs the hook from a checkout. What the build needs
(CMake, a C++20 compiler, the libraries named in README.md) must be on the machine.
"""

import base64
import hashlib
import os
import re
import shlex
import shutil
import subprocess
import sysconfig
import tempfile
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VERSION = re.search(r"project\(zonevet VERSION ([0-9.]+)", (ROOT / "CMakeLists.txt").read_text())[1]
NAME = f"zonevet-{VERSION}"
TAG = "py3-none-" + re.sub(r"[-.]", "_", sysconfig.get_platform())

METADATA = f"""Metadata-Version: 2.1
Name: zonevet
Version: {VERSION}
Summary: Lints DNS zone files before they are published
License: MIT
"""
WHEEL = f"""Wheel-Version: 1.0
Generator: zonevet_build
Root-Is-Purelib: false
Tag: {TAG}
"""


def get_requires_for_build_wheel(config_settings=None):
    return []


def prepare_metadata_for_build_wheel(metadata_directory, config_settings=None):
    folder = Path(metadata_directory) / f"{NAME}.dist-info"
    folder.mkdir()
    (folder / "METADATA").write_text(METADATA)
    (folder / "WHEEL").write_text(WHEEL)
    return folder.name


def build_wheel(wheel_directory, config_settings=None, metadata_directory=None):
    (ROOT / "build").mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir=ROOT / "build") as build:
        binary = _compile(Path(build)).read_bytes()
    dist_info = f"{NAME}.dist-info"
    files = {
        # Mode with the regular-file bit: without it pip forgets that the script is executable.
        f"{NAME}.data/scripts/zonevet": (binary, 0o100755),
        f"{dist_info}/METADATA": (METADATA.encode(), 0o100644),
        f"{dist_info}/WHEEL": (WHEEL.encode(), 0o100644),
    }
    record = "".join(f"{path},{_digest(data)},{len(data)}\n" for path, (data, _) in files.items())
    record += f"{dist_info}/RECORD,,\n"
    files[f"{dist_info}/RECORD"] = (record.encode(), 0o100644)

    wheel = f"{NAME}-{TAG}.whl"
    with zipfile.ZipFile(Path(wheel_directory) / wheel, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, (data, mode) in files.items():
            entry = zipfile.ZipInfo(path)
            entry.external_attr = mode << 16
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, data)
    return wheel


def _compile(build):
    """Only the program, no tests."""
    # A build type in the environment (CMAKE_BUILD_TYPE) wins; without one it is Release.
    options = ["-DZONEVET_TESTS=OFF", "-DZONEVET_PRECOMPILED=ON", *shlex.split(os.environ.get("CMAKE_ARGS", ""))]
    if shutil.which("ninja"):
        options += ["-G", "Ninja"]
    environment = dict(os.environ)
    if shutil.which("ccache"):
        options += ["-DCMAKE_CXX_COMPILER_LAUNCHER=ccache"]
        # Each revision of a hook has a folder of its own; what did not change need not be compiled.
        environment |= {
            "CCACHE_BASEDIR": str(ROOT),
            "CCACHE_NOHASHDIR": "1",
            "CCACHE_SLOPPINESS": "pch_defines,time_macros",
        }
    jobs = os.environ.get("JOBS") or str(os.cpu_count() or 1)
    configure = ["cmake", "-S", str(ROOT), "-B", str(build), *options]
    make = ["cmake", "--build", str(build), "--target", "zonevet", "-j", jobs]
    for command in (configure, make):
        subprocess.run(command, check=True, env=environment)
    if shutil.which("strip"):
        subprocess.run(["strip", str(build / "zonevet")], check=True)
    return build / "zonevet"


def _digest(data):
    digest = base64.urlsafe_b64encode(hashlib.sha256(data).digest())
    return "sha256=" + digest.rstrip(b"=").decode()
