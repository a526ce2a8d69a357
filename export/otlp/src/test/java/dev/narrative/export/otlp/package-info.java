@NullMarked
package dev.narrative.export.otlp;

import org.jspecify.annotations.NullMarked;
