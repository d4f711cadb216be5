#!/bin/sh
# Texts a second in each precision that a model was imported in, on one and on two threads.
#
#   src/bench/throughput/throughput.sh MODEL-DIRECTORY
#
# Where other programs use the machine, compare what a second of processor time gives.
set -e
model=$(realpath "$1")
cd "$(dirname "$0")/../../.."
mvn -q compile dependency:build-classpath -Dmdep.outputFile=target/bench.classpath
classpath=target/classes:target/bench:$(cat target/bench.classpath)
javac -cp "$classpath" -d target/bench src/bench/throughput/Throughput.java
exec java -Dai.djl.offline=true -Dai.djl.pytorch.num_threads=1 \
  -Dai.djl.pytorch.num_interop_threads=1 -cp "$classpath" dev.tiankong.inference.Throughput \
  "$model" src/main/resources/dev/tiankong/checkpoint/sentences.txt
