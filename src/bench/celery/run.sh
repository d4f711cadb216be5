#!/usr/bin/env bash
# Runs the tutorial's system on loopback, until Ctrl-C or until a part of it ends. It is ready when
# the worker says so.
set -euo pipefail
# Ctrl-C then reaches this script alone, which ends the parts in their order.
set -m
cd "$(dirname "$0")/../../.."
python=$(realpath -s "${PYTHON:-target/bench/celery/bin/python}")
redis_port=${REDIS_PORT:-16379}
api_port=${API_PORT:-18000}
export REDIS_URL=redis://127.0.0.1:$redis_port/0
export FILL_MASK_MODEL=$PWD/target/bench/hugging-face
export PYTHONDONTWRITEBYTECODE=1
# The worker drops its batch when it is ended.
export REMAP_SIGTERM=SIGQUIT
cd src/bench/celery

parts=()
stop() {
  trap - EXIT INT TERM
  # The latest first: who still works needs Redis.
  for ((part = ${#parts[@]} - 1; part >= 0; part--)); do
    kill "${parts[part]}" 2> /dev/null || true
    wait "${parts[part]}" || true
  done
}
trap stop EXIT
trap exit INT TERM

# Nothing is kept: no file is left behind.
redis-server --bind 127.0.0.1 --port "$redis_port" --save '' --appendonly no --loglevel warning &
parts+=($!)
"$python" -m celery --app tasks worker --concurrency=2 --loglevel=info &
parts+=($!)
"$python" -m uvicorn main:app --host 127.0.0.1 --port "$api_port" --no-access-log &
parts+=($!)
wait -n
