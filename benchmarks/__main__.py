"""`python -m benchmarks`: the accuracy and the speed of this checkout, as JSON. Each benchmark also runs alone.

accuracy, speed, gate, corrections, mutations, quantities, dates, render; `peers` and `archive_bench` take long and run
alone only.
"""

from __future__ import annotations

import json

from benchmarks import accuracy, speed


def main() -> None:
    """Run the short ones."""
    print(json.dumps({"accuracy": accuracy.main(list(accuracy.FOLDERS)), "speed": speed.main()}, indent=1))


if __name__ == "__main__":
    main()
