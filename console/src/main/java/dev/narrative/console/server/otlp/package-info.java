/** The receiver of OTLP over HTTP. */
@NullMarked
package dev.narrative.console.server.otlp;

import org.jspecify.annotations.NullMarked;
