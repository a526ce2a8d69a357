/** Spans to a collector by OTLP: HTTP/protobuf or gRPC. */
@NullMarked
package dev.narrative.export.otlp;

import org.jspecify.annotations.NullMarked;
