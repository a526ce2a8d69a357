/** The journal on this machine: OTLP-JSON lines in dated directories. */
@NullMarked
package dev.narrative.export.journal;

import org.jspecify.annotations.NullMarked;
