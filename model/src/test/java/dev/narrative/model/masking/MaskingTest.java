package dev.narrative.model.masking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MaskingTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Authorization: Bearer abc.def-123 | Authorization: Bearer ***",
                "Authorization: Basic dXNlcjpwYXNz | Authorization: Basic ***",
                "authorization=Token abcdef rest | authorization=Token *** rest",
                "curl -H 'Authorization: Bearer s3cr3t-token' x | curl -H 'Authorization: Bearer ***' x",
                "sent Basic dXNlcjpwYXNz away | sent Basic *** away",
                "got bearer 8f14e45fceea167a5a36 | got bearer ***",
                "https://user:pa55@host/x?y=1 | https://***@host/x?y=1",
                "jdbc:postgresql://u:p@ss@db:5432/x | jdbc:postgresql://***@db:5432/x",
                "https://ghp_abc@github.com/x.git | https://***@github.com/x.git",
                "https://h/v1?key=AbC-123&alt=sse | https://h/v1?key=***&alt=sse",
                "key=abc&x=1 | key=***&x=1",
                "/cb?a=1&access_token=t0k&b=2#f | /cb?a=1&access_token=***&b=2#f",
                "?api_key=1&token=2&secret=3&sig=4&signature=5 | ?api_key=***&token=***&secret=***&sig=***&signature=***",
                "?X-Amz-Signature=abc&X-Amz-Credential=def | ?X-Amz-Signature=***&X-Amz-Credential=***",
                "user=bob&password=hunter2&x=y | user=bob&password=***&x=y",
                "{\"password\":\"a\\\"b\",\"x\":1} | {\"password\":\"***\",\"x\":1}",
                "{\"apiKey\" : \"v\", \"client_secret\":'w'} | {\"apiKey\" : \"***\", \"client_secret\":'***'}",
                "{\"pwd\":12345,\"token\":null} | {\"pwd\":***,\"token\":null}",
                "{\\\"password\\\":\\\"deep\\\",\\\"a\\\":1} | {\\\"password\\\":\\\"***\\\",\\\"a\\\":1}",
                "{\"password\":\"cut off | {\"password\":\"***",
                "Login[user=a, password=b] | Login[user=a, password=***]",
                "spring.datasource.password = x1 | spring.datasource.password = ***",
                "use sk-ant-api03-abcDEF123456 now | use *** now",
                "sk-proj-abcdefghijklmnop | ***",
                "AIzaSyA1234567890abcdefghijklmnopqrstuv | ***",
                "id AKIAIOSFODNN7EXAMPLE. | id ***.",
                "ghp_16C7e42F292c6912E7710c838347Ae178B4a | ***",
                "xoxb-17653672481-19874698323-pdFZ | ***",
                "t eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.dBjftJeZ4CVP-mB92K x | t *** x",
                "mail Jane.Doe+x@mail.example.com, now | mail ***, now",
                "<a@b.io>. | <***>.",
                "card 4111 1111 1111 1111 12/27 | card *** 12/27",
                "4111111111111111 | ***",
                "3782-822463-10005 ok | *** ok",
                "pay DE89 3704 0044 0532 0130 00 now | pay *** now",
                "GB82WEST12345698765432 | ***",
                "-----BEGIN PRIVATE KEY-----MIIEvQ+/=-----END | -----BEGIN PRIVATE KEY-----***-----END"
            })
    void masks(String text, String expected) {
        assertThat(Masking.mask(text)).isEqualTo(expected);
        assertThat(Masking.mask(Masking.mask(text))).isEqualTo(Masking.mask(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Once upon a time, the secret: she knew it, and the signature: none.",
                "A basic understanding of bearer bonds; the bearer announced it.",
                "{\"usage\":{\"total_tokens\":120,\"max_tokens\":99},\"key\":\"C major\"}",
                "{\"token\":{\"nested\":1},\"secretary\":\"Ann\"}",
                "at com.shop.Order@1f2e3d4c, @Traced, a@b, user@localhost",
                "// comment / http://host:8080/a/b?page=2&sort=name:asc#x",
                "2026-01-15 12:00:01.123456789 1767225600000000000 4111111111111112",
                "0.4111111111111111 00000000000000000000000000000000",
                "4bf92f3577b34da6a3ce929d0e0e4736 DE00 1234 5678 9012 3456",
                "sk-12 AIza ghp_short eyJhbGc.x.y task-oriented-programming-language",
                "ünïcode 漢字 😀 : = @ // é@é.é"
            })
    void leavesAlone_whatIsNoSecret(String text) {
        assertThat(Masking.mask(text)).isSameAs(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "@",
                "1",
                "4111111111111111",
                "=",
                ":",
                "//",
                "://a@",
                "eyJ",
                "eyJ-",
                "eyJabcdefgh.",
                "sk-",
                "sk-a.",
                "password=",
                "password:\"",
                "\"password\\",
                "Bearer ",
                "basic a",
                "DE89",
                "DE89 ",
                "41 ",
                "a=",
                "a@b.",
                "token = ",
                "PRIVATE KEY-----",
                "a.b-c_d",
                "\\\"",
                "AKIA",
                "/",
                "x :",
                "a@",
                "a@b ",
                "sk-a1 ",
                "hf_a-",
                "+1 (",
                "(0",
                "0170 ",
                "01.",
                "203.0.",
                "::",
                "a:",
                "4111 ",
                "//a:b",
                "\\u003d",
                "cookie: a",
                "cookie: a ",
                "cookie:",
                "/1.basic",
                "01.B:",
                "AT20 ",
                "secretary="
            })
    void staysLinear_onAMegabyteOf(String piece) {
        String text = piece.repeat(1_000_000 / piece.length());

        // Minutes if it were quadratic; some ten milliseconds on an idle machine.
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(10), () -> Masking.mask(text));
    }

    @Test
    void knowsSecretNames() {
        assertThat(new String[] {
                    "password",
                    "X-Api-Key",
                    "apiKey",
                    "Authorization",
                    "client_secret",
                    "accessToken",
                    "Set-Cookie",
                    "pwd"
                })
                .allMatch(Masking::isSecretName);
        assertThat(new String[] {"", "name", "max_tokens", "key", "secretary", "author", "passenger", "monkey", "_"})
                .noneMatch(Masking::isSecretName);
        assertThat(new String[] {"key", "sig", "token"}).allMatch(Masking::isSecretParameter);
    }
}
