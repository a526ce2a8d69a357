# Run `make` for the list of targets. A line with ## after the target is its help.

SHELL := /bin/bash
.DEFAULT_GOAL := help

MVN ?= mvn
MAVEN := $(MVN) -B -ntp

# What the demo runs on. It is built again when a source has changed or a jar is missing.
DEMO_JARS := agent/target/narrative-agent.jar testapp/target/story-studio.jar testing/target/narrative-testing.jar
DEMO_BUILT := target/demo.built
DEMO_SOURCES := $(shell find . \( -name target -o -name .git -o -path ./benchmarks \) -prune -o -path '*/src/test' -prune -o \( -path '*/src/main/*' -o -name pom.xml \) -type f -print)

# The runner of benchmarks/, which takes BENCH_ARGS.
BENCH_MAIN := dev.narrative.benchmarks.Bench
BENCH_ARGS ?=

# The lines of a build that a reader wants: rooms, test results, warnings, errors, the end. All of it is in target/.
TELLING := ^\[INFO\] (Building Narrative|Tests run|BUILD|Total time)|WARN|ERROR|FAIL

.PHONY: help jdk demo demo-console picture test test-clickhouse fast format bench bench-console bench-export clean

help: ## list these targets
	@grep -E '^[a-z-]+:.* ## ' $(firstword $(MAKEFILE_LIST)) | sed -E 's/^([a-z-]+):.* ## /\1\t/' | expand -t 16

demo: jdk $(DEMO_BUILT) ## play one session on the story studio under the agent and show its traces
	@java -Dnarrative.root="$(CURDIR)" -cp testing/target/narrative-testing.jar dev.narrative.testing.demo.Demo $(DEMO_ARGS)

demo-console: demo ## the demo, and then the console on its traces, until it is interrupted
	@$(MAVEN) -q -pl console -am -Pquick -Dmaven.test.skip -Dspotless.check.skip -Denforcer.skip package
	@echo "Open the address that follows in a browser; Ctrl-C ends."
	@java -jar console/target/narrative.jar console --journal testapp/target/demo/narrative-traces

picture: demo ## take README's picture of the console, on the demo's traces
	@$(MAVEN) -q -pl console -am -Pquick -Dspotless.check.skip -Denforcer.skip -Dtest=NONE -Dit.test=ReadmePicture -Dsurefire.failIfNoSpecifiedTests=false -Dfailsafe.failIfNoSpecifiedTests=false verify
	@mkdir -p docs/images && cp console/target/screenshots/readme.png docs/images/console.png

test: jdk ## check everything: format, unit tests, and the real jar in forked JVMs
	@mkdir -p target
	@set -o pipefail; $(MAVEN) -T 2 verify 2>&1 | tee target/test.log | grep --line-buffered -E '$(TELLING)'

test-clickhouse: jdk ## check the console's reading of ClickHouse on its real engine; fetches 550 MB by npm once
	@command -v npm >/dev/null || { echo "npm is needed, which brings the engine." >&2; exit 1; }
	@$(MAVEN) -q test -pl console -am -Dtest='ClickHouse*' -Dsurefire.failIfNoSpecifiedTests=false -Dnarrative.clickhouse=true

fast: jdk ## run the unit tests; of one room and what it needs with ROOM=core
	@mkdir -p target
	@set -o pipefail; $(MAVEN) test $(if $(ROOM),-pl $(ROOM) -am) 2>&1 | tee target/fast.log | grep --line-buffered -E '$(TELLING)'

format: jdk ## bring the sources into the project's format
	@$(MAVEN) -q spotless:apply

bench: jdk ## compare start-up, spans and calls with no agent, an empty one and OpenTelemetry's
	@$(MAVEN) -q -pl agent,benchmarks -am -DskipTests -DskipITs package
	@java -Dnarrative.root="$(CURDIR)" -cp "benchmarks/target/classes:benchmarks/target/lib/*" $(BENCH_MAIN) $(BENCH_ARGS)

bench-console: jdk ## measure the console's index on 1,000,000 generated spans, and its pages in a browser; another number with SPANS=, an empty database with STORE=
	@$(MAVEN) -q -pl console -am -DskipTests -DskipITs package
	@java -Xmx512m -cp "console/target/test-classes:console/target/narrative.jar" dev.narrative.console.bench.ConsoleBench console/target/bench $(or $(SPANS),1000000) console/target/narrative.jar testapp/target/demo/narrative-traces $(STORE)
	@$(MAVEN) -q -pl console -am -Dtest=NONE -Dit.test='*PageSpeed' -Dsurefire.failIfNoSpecifiedTests=false -Dfailsafe.failIfNoSpecifiedTests=false verify

bench-export: jdk ## measure what a span costs on its way out: encoded, mapped for Langfuse, noted as sent
	@$(MAVEN) -q -pl agent -am -DskipTests -DskipITs package
	@for speed in otlp:dev.narrative.export.otlp.EncoderSpeed langfuse:dev.narrative.export.langfuse.MappingSpeed delivery:dev.narrative.export.delivery.LedgerSpeed; do \
	  java -Xmx512m -cp "export/$${speed%%:*}/target/test-classes:agent/target/narrative-agent-flat.jar" "$${speed#*:}" target/bench || exit 1; \
	done

clean: ## remove everything that was built
	@rm -rf target
	@$(MAVEN) -q clean

jdk:
	@command -v $(firstword $(MVN)) >/dev/null || { echo "Maven 3.8 or later is needed: $(MVN) is not on the PATH." >&2; exit 1; }
	@command -v java >/dev/null || { echo "A JDK of 17 or later is needed: there is no java on the PATH." >&2; exit 1; }
	@version=$$(java -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java.specification.version = //p'); \
	  [ "$${version%%.*}" -ge 17 ] 2>/dev/null || { echo "A JDK of 17 or later is needed: java on the PATH is $${version:-unknown}." >&2; exit 1; }
	@command -v javac >/dev/null || { echo "A JDK is needed: java on the PATH is a runtime without javac." >&2; exit 1; }

$(DEMO_BUILT): $(DEMO_SOURCES) | jdk
	@echo "Building the agent and the story studio…"
	@mkdir -p $(@D)
	@$(MAVEN) -q -pl agent,testing,testapp -am -Pquick -Dmaven.test.skip -Dspotless.check.skip -Denforcer.skip package
	@touch $@

ifneq ($(words $(wildcard $(DEMO_JARS))),$(words $(DEMO_JARS)))
.PHONY: $(DEMO_BUILT)
endif
