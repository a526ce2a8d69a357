package dev.narrative.console.server.rest;

import dev.narrative.console.query.TimeText;
import dev.narrative.console.server.auth.Token;
import dev.narrative.console.server.auth.TokenStore;
import dev.narrative.console.server.http.Access;
import dev.narrative.console.server.http.Answers;
import dev.narrative.console.server.http.JsonBody;
import dev.narrative.console.server.http.Params;
import dev.narrative.console.server.http.Problem;
import dev.narrative.console.server.http.Role;
import dev.narrative.console.server.http.Route;
import dev.narrative.console.server.http.Trail;
import dev.narrative.model.json.JsonValue;
import dev.narrative.model.json.JsonWriter;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Tokens are listed, made and taken back. A secret is told once, to whoever made it. */
public final class TokenRoutes {
    private final TokenStore tokens;
    private final JsonBody bodies;
    private final Clock clock;

    public TokenRoutes(TokenStore tokens, JsonBody bodies, Clock clock) {
        this.tokens = tokens;
        this.bodies = bodies;
        this.clock = clock;
    }

    public List<Route> routes() {
        return List.of(
                Route.get("/api/v1/tokens", Access.ADMINISTER, this::list),
                Route.post("/api/v1/tokens", Access.ADMINISTER, this::create).leaving(Trail.CHANGE),
                Route.delete("/api/v1/tokens/{tokenId}", Access.ADMINISTER, this::revoke)
                        .leaving(Trail.CHANGE));
    }

    private void list(Context ctx) {
        JsonWriter out = new JsonWriter(1_024);
        out.beginObject().name("tokens").beginArray();
        for (Token token : tokens.list()) {
            out.beginObject();
            members(token, out);
            out.endObject();
        }
        Answers.json(ctx, out.endArray().endObject());
    }

    private void create(Context ctx) throws IOException {
        JsonValue body = bodies.read(ctx);
        Role role = Params.parse(body.text("role", ""), Role::parse);
        String expires = body.text("expires", "");
        Duration lifetime = expires.isEmpty() ? null : Duration.ofNanos(Params.parse(expires, TimeText::durationNanos));
        TokenStore.Created created = Params.parse(body.text("name", ""), name -> tokens.create(name, role, lifetime));
        JsonWriter out = new JsonWriter(512);
        out.beginObject();
        members(created.token(), out);
        out.name("secret").value(created.secret().toString());
        ctx.status(201);
        Answers.json(ctx, out.endObject());
    }

    private void revoke(Context ctx) {
        if (!tokens.revoke(ctx.pathParam("tokenId"))) {
            throw Problem.notFound("there is no such token");
        }
        ctx.status(204);
    }

    private void members(Token token, JsonWriter out) {
        out.name("id").value(token.id());
        out.name("name").value(token.name());
        out.name("role").value(token.role().word());
        out.name("created").value(Instant.ofEpochMilli(token.createdMillis()).toString());
        if (token.expiresMillis() < Long.MAX_VALUE) {
            out.name("expires")
                    .value(Instant.ofEpochMilli(token.expiresMillis()).toString());
            out.name("expired").value(token.isExpired(clock.millis()));
        }
    }
}
