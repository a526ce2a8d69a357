@NullMarked
package dev.narrative.console.server.alerts;

import org.jspecify.annotations.NullMarked;
