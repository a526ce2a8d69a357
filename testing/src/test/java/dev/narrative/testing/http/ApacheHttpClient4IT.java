package dev.narrative.testing.http;

import org.junit.jupiter.api.Test;

@Libraries(
        application = "apache-httpclient4",
        folders = {"lib-4.5.0", "lib-4.5.14"})
final class ApacheHttpClient4IT extends ApacheBlockingContract {
    ApacheHttpClient4IT() {
        super(ApacheHttpClient4Program.class, "narrative.apache-httpclient4");
    }

    @Test
    void showsBothBodiesOfAModelCall_ofTheClientOfBefore43() {
        assertModelCall("askTheOldWay");
    }
}
