package dev.narrative.model.masking;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is known by its shape: in the middle, at both ends, with letters of other scripts around it. */
class KnownSecretsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "+49 170 1234567",
                "+49 (0)170 123-4567",
                "+1 (212) 555-0187",
                "+12125550187",
                "+33.1.23.45.67.89",
                "0049 170 1234567",
                "0170 1234567",
                "0170-1234567",
                "030/1234567",
                "020 7946 0958",
                "01 23 45 67 89",
                "01.23.45.67.89",
                "(030) 1234567",
                "(212) 555-0187",
                "212-555-0187",
                "212.555.0187",
                "1-800-555-0199",
                "203.0.113.42",
                "192.168.178.20",
                "2001:db8::8a2e:370:7334",
                "2001:0db8:85a3:0000:0000:8a2e:0370:7334",
                "fe80::1",
                "::ffff:203.0.113.42",
                "4111 1111 1111 1111",
                "4111-1111-1111-1111",
                "5555555555554444",
                "6011111111111117",
                "30569309025904",
                "3530111333300000",
                "378282246310005",
                "DE89 3704 0044 0532 0130 00",
                "FR1420041010050500013M02606",
                "NO9386011117947",
                "jane.doe+x@mail.example.com",
                "sk-ant-api03-abcDEF123456",
                "sk-or-v1-0123456789abcdef",
                "sk-0123456789abcdef0123456789abcdef",
                "sk-lf-1234-5678-90ab",
                "pk-lf-1234-5678-90ab",
                "AIzaSyA1234567890abcdefghijklmnopqrstuv",
                "ASIAIOSFODNN7EXAMPLE",
                "gsk_0123456789abcdefghijABCDEFGHIJ",
                "xai-0123456789abcdefghijABCDEFGHIJ",
                "hf_0123456789abcdefghijABCDEFGHIJ",
                "r8_0123456789abcdefghijABCDEFGHIJ",
                "github_pat_11ABCDEFG0abcdefghij",
                "glpat-abcdefghij0123456789",
                "xoxp-17653672481-19874698323-pdFZ",
                "rk_live_0123456789abcdef",
                "nvapi-0123456789abcdefghijABCDEFGHIJ",
                "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.dBjftJeZ4CVP-mB92K",
                "eyJhbGciOiJSU0EtT0FFUCJ9.OKOawDo13gRp2ojaHV7LFpZcgV7T.48V1_ALb6US04U3b.5eym8TW_c8SuK0ltJ3.XFBoMYUZodetZdvT"
            })
    void masksWhatStandsAlone(String secret) {
        assertThat(Masking.mask(secret)).isEqualTo("***");
        assertThat(Masking.mask("see " + secret + " there")).isEqualTo("see *** there");
        assertThat(Masking.mask("{\"x\":\"" + secret + "\"}")).isEqualTo("{\"x\":\"***\"}");
        assertThat(Masking.mask("<x>" + secret + "</x>")).isEqualTo("<x>***</x>");
        assertThat(Masking.mask("電話「" + secret + "」です 😀")).isEqualTo("電話「***」です 😀");
        assertThat(Masking.mask(secret + ", " + secret + ".")).isEqualTo("***, ***.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "12.50 EUR, 1,204 hens, 3.14159265358979, -0.123456789012, 1e+10, +5, +1234567.89",
                "2026-01-15 01-02-2026 01.02.2026 01/02/2026 1030 15.01.2026 12:30 0830 1200",
                "12:30:45 00:00 2026-01-15T12:00:01.123+02:00 1767225600000 1767225600000000000",
                "v1.2.3 1.2.3 1.2.3.4 10.1.2 Chrome/120.0.0.0 version 12.34.56.78 jdk-17.0.12.34 17.0.12.34-beta",
                "550e8400-e29b-41d4-a716-446655440000 01234567-0123-0123-0123-012345678901",
                "4bf92f3577b34da6a3ce929d0e0e4736 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                "order 01701234567, item 4711-0815, ticket #0123-456789, id 123456789012, 200 300 4000",
                "std::vector<int>, Face::add, std::array, a::b, c10::detail, ::1, ::, 127.0.0.1, 255.255.255.0",
                "http://203.0.113.42:8080/x http://[2001:db8::1]/x",
                "aa:bb:cc:dd:ee:ff 12:34:56:78:9a:bc 1:2:3",
                "f(123) 4567890; a[0](212); (2026) 12345678; (1) 2345 6789",
                "hf_hub_download_with_a_rather_long_name hf_model_name_or_path_2 sk-learn-contrib-pipelines",
                "xai-sdk-python-examples npm_config_registry_override task-sk-of-words git@github.com:org/repo.git",
                "4111 1111 1111 1112, 4111 1111 1111, 9999999999999999, 1234567890123456",
                "DE88 3704 0044 0532 0130 00, XX89 3704 0044 0532 0130 00, ABCD EFGH",
                "cookie: a sweet thing to eat; the cookies: three",
                "eyJhbGciOiJIUzI1NiJ9 is how such a token begins"
            })
    void leavesAlone_whatOnlyLooksAlike(String text) {
        assertThat(Masking.mask(text)).isSameAs(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Cookie: sid=abc; theme=dark | Cookie: ***",
                "Set-Cookie: sid=abc; Expires=Wed, 21 Oct 2026 07:28:00 GMT | Set-Cookie: ***",
                "curl -H 'Cookie: a=b; c=d' -v | curl -H 'Cookie: ***' -v",
                "AccountKey=abc123==;EndpointSuffix=core | AccountKey=***;EndpointSuffix=core",
                "api-key: 0123456789abcdef0123456789abcdef | api-key: ***",
                "COHERE_API_KEY=abcDEF MISTRAL_API_KEY=ghi | COHERE_API_KEY=*** MISTRAL_API_KEY=***",
                "aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY | aws_secret_access_key = ***",
                "https://h/x?key\\u003dabc\\u0026key\\u003ddef | https://h/x?key\\u003d***\\u0026key\\u003d***",
                "{\"body\":\"a\\npwd=hunter2\\nb\"} | {\"body\":\"a\\npwd=***\\nb\"}",
                "10.0.0.17:5432 refused 203.0.113.9/24 | ***:5432 refused ***/24"
            })
    void masksWithinItsSurroundings(String text, String expected) {
        assertThat(Masking.mask(text)).isEqualTo(expected);
    }

    /** Whoever cuts a text may cut a secret: what is recognisable of it is masked. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "token eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIx | token ***",
                "token eyJhbGciOiJIUzI1NiIsInR5 | token ***",
                "use sk-ant-api03-abcDEF | use ***",
                "use hf_0123456789abcdef | use ***",
                "{\"password\":\"hunt | {\"password\":\"***",
                "Authorization: Bearer abc.d1 | Authorization: Bearer ***",
                "postgres://ada:lovel | postgres://***",
                "-----BEGIN PRIVATE KEY-----MIIEvQ | -----BEGIN PRIVATE KEY-----***",
                "Cookie: sid=a | Cookie: ***"
            })
    void masksWhatTheEndOfTheTextCutsShort(String text, String expected) {
        assertThat(Masking.mask(text)).isEqualTo(expected);
    }

    @Test
    void beginning_isCutBehindTheMasking() {
        assertThat(Masking.maskStart("mail ann@shop.com", 9)).isEqualTo("mail ***");
        assertThat(Masking.maskStart("x".repeat(9) + " 4111 1111 1111 1111", 12))
                .isEqualTo("x".repeat(9) + " **");
        assertThat(Masking.maskStart("short", 12)).isEqualTo("short");
    }

    @Test
    void hostAndPortAtTheEndOfATextAreNoCredentials() {
        assertThat(Masking.mask("http://localhost:8080")).isEqualTo("http://localhost:8080");
    }

    @Test
    void query_keepsItsNames() {
        assertThat(Masking.maskQuery("key=a&x=1")).isEqualTo("key=***&x=1");
        assertThat(Masking.maskQuery("x=1")).isEqualTo("x=1");
    }
}
