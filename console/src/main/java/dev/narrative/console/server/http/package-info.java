/** The seam to the web server: routes as data, problems, bodies and parameters within limits. */
@NullMarked
package dev.narrative.console.server.http;

import org.jspecify.annotations.NullMarked;
