#!/bin/sh
# `make rasa`: makes Rasa's own environment (Python 3.10), trains on bot/nlu/data, and serves on this machine alone.
set -eu
kind=${1:-diet}
case $kind in
  diet) config=bot/nlu/rasa/config.yml ;;
  light) config=bot/nlu/rasa/config-light.yml ;;
  *) echo "Kies: make rasa, of make rasa KIND=light"; exit 2 ;;
esac
python=${RASA_PYTHON:-$(command -v python3.10 || true)}
if [ -z "$python" ] || ! "$python" -c 'import sys; sys.exit(sys.version_info[:2] != (3, 10))' 2>/dev/null; then
  echo "Rasa heeft Python 3.10 nodig. Die staat hier niet."
  echo "Zet hem op deze computer, bijvoorbeeld met: uv python install 3.10"
  echo "Staat hij ergens anders? Schrijf dan: make rasa RASA_PYTHON=/pad/naar/python3.10"
  echo "Zonder Rasa werkt de chat ook: dan begrijpt hij zinnen zelf."
  exit 1
fi
export RASA_TELEMETRY_ENABLED=false TF_CPP_MIN_LOG_LEVEL=3
if [ ! -e .venv-rasa/.made ] || [ bot/nlu/rasa/requirements.lock -nt .venv-rasa/.made ]; then
  echo "Ik maak de omgeving van Rasa. Dat is ongeveer 2 GB, en duurt een paar minuten."
  "$python" -m venv .venv-rasa
  .venv-rasa/bin/pip install --quiet --disable-pip-version-check --require-hashes -r bot/nlu/rasa/requirements.lock
  touch .venv-rasa/.made
fi
mkdir -p build/rasa
model=build/rasa/$kind.tar.gz
if [ ! -e "$model" ] || [ -n "$(find bot/nlu/data "$config" bot/nlu/rasa/domain.yml -newer "$model")" ]; then
  echo "Rasa leert de zinnen. De kleine heeft daar een paar minuten voor nodig, de grote (DIET) drie kwartier."
  .venv-rasa/bin/rasa train nlu --config "$config" --domain bot/nlu/rasa/domain.yml --nlu bot/nlu/data \
    --out build/rasa --fixed-model-name "$kind"
fi
[ -z "${RASA_TRAIN_ONLY:-}" ] || exit 0
if [ -z "${HALLOWERK_RASA_TOKEN:-}" ]; then
  mkdir -p data
  [ -s data/rasa-token ] || (umask 077 && od -An -N24 -tx1 /dev/urandom | tr -d ' \n' > data/rasa-token)
  HALLOWERK_RASA_TOKEN=$(cat data/rasa-token)
  export HALLOWERK_RASA_TOKEN
fi
echo "Rasa start op http://127.0.0.1:${HALLOWERK_RASA_PORT:-5005}. Zo gebruikt de chat Rasa:"
echo "  HALLOWERK_RASA_URL=http://127.0.0.1:${HALLOWERK_RASA_PORT:-5005} HALLOWERK_RASA_TOKEN=\$(cat data/rasa-token) make run"
echo "Stoppen: Ctrl+C"
exec .venv-rasa/bin/python bot/nlu/rasa/serve.py "$model"
