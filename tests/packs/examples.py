"""Every ```toml block of a page is a configuration of its own that is valid and whose tests pass.

    examples.py ZONEVET PAGE
"""

import pathlib
import re
import subprocess
import sys
import tempfile

zonevet, page = sys.argv[1], pathlib.Path(sys.argv[2])
text = page.read_text()
failed = 0
blocks = list(re.finditer(r"^```toml\n(.*?)^```", text, re.M | re.S))
for block in blocks:
    line = text.count("\n", 0, block.start()) + 1
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "zonevet.toml"
        path.write_text(block[1])
        command = ["test", "zonevet.toml"] if "[[rule.test]]" in block[1] else ["config", "validate"]
        run = subprocess.run([zonevet, *command], cwd=folder, capture_output=True, text=True)
    tests = block[1].count("[[rule.test]]")
    # A run that tests nothing must not count as one that passes.
    if run.returncode != 0 or (tests and not re.search(rf"\b{tests}\b", run.stdout)):
        failed += 1
        print(f"{page}:{line}: exit {run.returncode}\n{run.stdout}{run.stderr}")
print(f"{page.name}: {len(blocks)} examples, {failed} failed")
sys.exit(1 if failed or not blocks else 0)
