#!/usr/bin/env bash
# Makes the peer's Python environment where the benchmarks look for it.
set -euo pipefail
cd "$(dirname "$0")/../../.."
python3 -m venv target/bench/venv
target/bench/venv/bin/pip install --quiet --requirement src/bench/peer/requirements.txt
