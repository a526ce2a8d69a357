package com.shop;

import dev.narrative.api.SpanType;
import dev.narrative.api.Traced;

public class WronglyAnnotated {
    @Traced(
            type = SpanType.CHAIN,
            capture = {"x as y", "0 as a b"})
    void wrong(String value) {}
}
