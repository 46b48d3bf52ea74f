# congvan with all it needs to read; what it does is the command (docs/commands.md), by default a worker.
FROM debian:13-slim

RUN apt-get update \
 && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends \
    python3 python3-venv tesseract-ocr tesseract-ocr-vie tesseract-ocr-osd poppler-utils fontconfig fonts-liberation \
 && rm -rf /var/lib/apt/lists/*

WORKDIR /opt/congvan
COPY requirements/run.txt requirements/run.txt
RUN python3 -m venv .venv && .venv/bin/pip install --no-cache-dir --require-hashes -r requirements/run.txt
COPY . .
RUN .venv/bin/pip install --no-cache-dir --no-deps --no-build-isolation --no-index . \
 && useradd --create-home --uid 1000 clerk \
 && install -d -o clerk /originals

USER clerk
ENV LANG=C.UTF-8 PATH=/opt/congvan/.venv/bin:$PATH
VOLUME /originals
ENTRYPOINT ["congvan"]
CMD ["worker"]
