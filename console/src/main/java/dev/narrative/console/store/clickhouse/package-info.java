/** Traces that the OpenTelemetry Collector writes to ClickHouse, read by HTTP. */
@NullMarked
package dev.narrative.console.store.clickhouse;

import org.jspecify.annotations.NullMarked;
