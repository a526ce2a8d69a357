@NullMarked
package dev.narrative.console.server.http;

import org.jspecify.annotations.NullMarked;
