@NullMarked
package dev.narrative.export.delivery;

import org.jspecify.annotations.NullMarked;
