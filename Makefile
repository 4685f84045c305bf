# Readout's front door: `make help` lists the targets. Needed: Go 1.26, make, Node 20 or later with npm.
SHELL := bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
.PHONY: help add check review explain dev test build data model scale bench eval size fmt lint deploy clean tools

PORT ?= 8787
ONLY ?=
FILES ?=
ID ?=
DEPLOY ?=
SIZES ?= 100,1000,10000
KILLS ?= 200
SITE ?=
GO_DIRS := *.go data tools wasm web worker

# The tools of package.json go first, Node 24 among them, whatever the machine has; npm itself runs by the machine's own.
MACHINE_PATH := $(PATH)
export PATH := $(CURDIR)/node_modules/.bin:$(PATH)
# The same bytes whether or not this folder is a git clone.
export GOFLAGS := $(GOFLAGS) -buildvcs=false
# Serving on this machine asks nobody outside for anything.
export WRANGLER_SEND_METRICS := false
export CLOUDFLARE_CF_FETCH_ENABLED := false

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' Makefile

dev: tools ## serve on http://localhost:8787 (PORT=...), rebuilding at every change; Ctrl-C ends it
	@go build -o build/tools/dev ./tools/dev && exec build/tools/dev -port "$(PORT)"

test: tools ## every test, natively, under Wasm, in workerd and in Chromium (ONLY=lint,go,wasm,build,worker,web,e2e for some)
	@go build -o build/tools/check ./tools/check && exec build/tools/check -only "$(ONLY)"

build: tools data ## the dataset, the widget, the Worker's Wasm and the engine for the browser
	go run ./worker/build
	go run ./web/build

data: ## compile seeds/ into data/dist (SITE=https://... makes addresses absolute, for deploy)
	go run ./data/compile -seeds seeds -out data/dist -site "$(SITE)" -keep data/compile/scores.txt

model: ## fetch the sentence encoder (404 MB, once) into the user's cache folder: it pairs points better
	go run ./data/model/fetch

add: ## put articles into seeds/ (FILES="talks.html notes.md day.warc.gz")
	@go run ./data/add -seeds seeds $(FILES)

check: ## say what is wrong with the articles and the registry, and what was guessed
	@go run ./data/compile check

review: ## open the page on which an editor looks through the articles and decides
	@go run ./data/compile review

explain: ## tell why: of a meeting, a point, a person, an article (ID=...)
	@go run ./data/compile explain "$(ID)"

bench: tools build ## measure speed against peers; writes worker/bench.md and web/bench.md
	for run in */bench/run.mjs; do node "$$run"; done

scale: ## make, compile and check archives of invented articles (SIZES=100,1000,10000), and kill the compiler 200 times (KILLS=200)
	go run ./tools/scale -sizes "$(SIZES)"
	go run ./tools/scale -sizes 1000 -kills "$(KILLS)"

eval: ## score the dataset and the engine against the references
	go run ./data/eval

size: tools ## bytes that a reader downloads: plain, gzip, brotli
	@node tools/size.mjs

fmt: ## format the Go files
	gofmt -w $(GO_DIRS)

lint: ## gofmt, go vet, staticcheck
	@$(MAKE) --no-print-directory test ONLY=lint

deploy: tools build ## publish to Cloudflare, unless the dataset is empty or damaged (DEPLOY=--dry-run only checks the bundle)
	@go run ./worker/build -check
	wrangler deploy $(DEPLOY)

clean: ## remove what was built or fetched here; data/dist stays, it is committed
	rm -rf build .wrangler shots node_modules web/bench/node_modules

tools: node_modules/.installed

node_modules/.installed: package.json package-lock.json
	@command -v npm >/dev/null || { echo "npm is missing: install Node.js 20 or later (Debian: apt-get install nodejs npm)"; exit 1; }
	@echo "tools: installing what package-lock.json pins"
	@PATH="$(MACHINE_PATH)" npm ci --loglevel=error
	@# npm 11 links Node among the tools, npm 10 does not.
	@cd node_modules && for node in node-*/bin/node; do if [ -x "$$node" ]; then ln -sf "../$$node" .bin/node; fi; done
	@touch $@
