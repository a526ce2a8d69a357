/** The REST API. */
@NullMarked
package dev.narrative.console.server.rest;

import org.jspecify.annotations.NullMarked;
