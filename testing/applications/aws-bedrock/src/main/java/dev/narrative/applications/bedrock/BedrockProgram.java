package dev.narrative.applications.bedrock;

import java.net.URI;

/** Arguments: the HTTP client, and what to play with it, each as {@code operation/scene=url of a server}. */
public final class BedrockProgram {
    private BedrockProgram() {}

    public static void main(String[] args) throws Exception {
        try (Models models = HttpClients.named(args[0])) {
            for (int i = 1; i < args.length; i++) {
                String scene = args[i].substring(0, args[i].indexOf('='));
                URI server = URI.create(args[i].substring(scene.length() + 1));
                Stage.play(scene, models.model(scene, server));
            }
        }
        System.out.println("played");
    }
}
