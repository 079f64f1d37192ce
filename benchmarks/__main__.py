"""Run every benchmark, one after the other, each in a process of its own."""

import subprocess
import sys

SCRIPTS = ("main_job", "engine", "desk_server", "segments", "readability", "readability_peers", "readability_robust")
SCRIPTS += ("scaling", "first_sentence", "memory", "checks", "desk")

if __name__ == "__main__":
    failed = [name for name in SCRIPTS if subprocess.run([sys.executable, "-m", f"benchmarks.{name}"]).returncode]
    sys.exit(f"failed: {', '.join(failed)}" if failed else 0)
