package dev.narrative.export.delivery;

import dev.narrative.model.Resource;

/** Makes encoders: one for each process whose spans are sent, since a process that was killed may have left some. */
public interface SpanEncoders {
    SpanEncoder of(Resource process);
}
