package dev.narrative.testing.aws;

import dev.narrative.testing.model.Fault;
import dev.narrative.testing.model.ModelRequest;
import dev.narrative.testing.model.StubModelServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A server for each scene that the application plays. */
final class BedrockServers implements AutoCloseable {
    private static final Duration NEVER = Duration.ofMinutes(1);
    private static final Duration SLOWLY = Duration.ofMillis(20);

    private final Map<String, StubModelServer> servers = new LinkedHashMap<>();
    private final Map<String, String> arguments = new LinkedHashMap<>();

    /** @param scenes each an operation, a slash, and what is to happen */
    BedrockServers(List<String> scenes) {
        for (String scene : scenes) {
            if (scene.endsWith("/refused")) {
                arguments.put(scene, "http://localhost:" + closedPort());
            } else {
                StubModelServer server = StubModelServer.start();
                servers.put(scene, server);
                arguments.put(scene, server.url().toString());
            }
        }
        reset();
    }

    /** Makes ready for another performance. */
    void reset() {
        servers.forEach((scene, server) -> {
            switch (scene.substring(scene.indexOf('/') + 1)) {
                case "retried" -> server.fault(Fault.SERVER_ERROR, 1);
                case "denied" -> server.fault(Fault.BAD_REQUEST);
                case "cut" -> server.fault(Fault.CUT);
                case "late" -> server.latency(NEVER);
                case "left" -> server.pace(SLOWLY);
                default -> server.fault(Fault.NONE);
            }
        });
    }

    List<String> arguments() {
        List<String> all = new ArrayList<>();
        arguments.forEach((scene, url) -> all.add(scene + "=" + url));
        return all;
    }

    /** What came to a scene's server, under whatever agent. */
    List<ModelRequest> requests(String scene) {
        return servers.get(scene).requests();
    }

    @Override
    public void close() {
        servers.values().forEach(StubModelServer::close);
    }

    private static int closedPort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
