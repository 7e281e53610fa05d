package dev.codeport.http.server;

import java.util.ArrayList;
import java.util.List;

/** Bodies and paths that nobody should send. */
final class HostileRequests {
  private HostileRequests() {}

  /** No body that any operation accepts. */
  static List<String> bodies() {
    return List.of(
        "{",
        "}",
        "[",
        "\"",
        "{\"",
        "{\"id\"",
        "{\"id\":",
        "{\"id\":1",
        "{\"id\":1,",
        "{\"id\":1]}",
        "{\"id\" 1}",
        "{\"id\"::1}",
        "{,}",
        "nul",
        "null",
        "true",
        "NaN",
        "Infinity",
        "-",
        "1",
        "-0",
        "1e400",
        "\"text\"",
        "[]",
        "[{\"id\":1}]",
        "{\"id\":1}}",
        "{\"id\":1}null",
        "{\"id\":01}",
        "{\"id\":.5}",
        "{\"id\":1.}",
        "{\"id\":0x10}",
        "{\"id\":1e2}",
        "{\"id\":1E+2}",
        "{\"id\":-}",
        "{\"id\":1e}",
        "{\"id\":--1}",
        "{\"id\":1_000}",
        "{\"id\":9223372036854775808}",
        "{\"id\":-9223372036854775809}",
        "{\"id\":1e999999999}",
        "{\"id\":1e-999999999}",
        "{\"id\":\"\\ud800\"}",
        "{\"id\":\"\\udc00\\ud800\"}",
        "{\"id\":\"\\u0000\"}",
        "{\"\\ud800\":1}",
        "{\"\\u0000\":1}",
        "{\"i\\u0064\":1,\"id\":1}",
        "{\"id\":\"\\x41\"}",
        "{\"id\":\"\\u12\"}",
        "{\"id\":\"tab\there\"}",
        "{\"id\":\"line\nhere\"}",
        "{'id':1}",
        "{id:1}",
        "{\"id\":1,}",
        "{\"id\":1 /* c */}",
        "{\"id\":1} // c",
        "# c\n{\"id\":1}",
        "{\"id\":1,\"id\":1}",
        "{\"id\":{\"id\":{\"id\":1}}}",
        "{\"id\":true}",
        "{\"id\":[1,2]}",
        "{\"ID\":1}",
        "{\"__proto__\":{\"id\":1}}",
        "{\"constructor\":1}",
        "{\"@class\":\"java.lang.Runtime\",\"id\":1}",
        "{\"id\":\"' OR 1=1 --\"}",
        "{\"id\":\"${jndi:ldap://x}\"}",
        "{\"id\":\"../../etc/passwd\"}",
        "<?xml version=\"1.0\"?><id>1</id>",
        "id=1&x=2",
        "%7B%22id%22%3A1%7D",
        "\u0000",
        "\uFEFF{\"id\":1}",
        "{\"id\u2028\":1}",
        " ",
        "\n\n\n");
  }

  /** The same, and large; each within the cap. */
  static List<String> largeBodies() {
    var bodies = new ArrayList<String>();
    bodies.add("{\"id\":" + "9".repeat(50) + "}");
    bodies.add("{\"id\":" + "9".repeat(100_000) + "}");
    bodies.add("{\"id\":1." + "0".repeat(100_000) + "}");
    bodies.add("{\"id\":-" + "1".repeat(1_000_000) + "}");
    bodies.add("{\"id\":\"" + "a".repeat(1_000_000) + "\"}");
    bodies.add("{\"" + "k".repeat(1_000_000) + "\":1}");
    bodies.add("[".repeat(100_000));
    bodies.add("[".repeat(100_000) + "]".repeat(100_000));
    bodies.add("{\"a\":".repeat(100_000));
    bodies.add("{\"a\":".repeat(100_000) + "1" + "}".repeat(100_000));
    bodies.add("{\"id\":" + "[".repeat(100_000) + "}");
    bodies.add(" ".repeat(1_000_000));
    bodies.add("{" + "\"a\":1,".repeat(100_000) + "\"id\":1}");
    return bodies;
  }

  /** Paths and queries, raw, as they stand in a request line. */
  static List<String> targets() {
    return List.of(
        "/v1",
        "/v1/",
        "/v2/nothing",
        "/v3/balance",
        "/V1/balance",
        "/v1//nothing",
        "/v1/balance/x",
        "/v1/orders/create/x",
        "/v1/orders//x",
        "/v1/orders/%",
        "/v1/orders/%4",
        "/v1/orders/%zz",
        "/v1/orders/%00",
        "/v1/orders/%C0%AF",
        "/v1/orders/%ED%A0%80",
        "/v1/orders/%FF",
        "/v1/orders/..%2f..%2fetc",
        "/v1/orders/../../../etc/passwd",
        "/v1/orders/1;x=y",
        "/v1/orders/1%0d%0aX: y",
        "/v1/orders/999999999999999999999999",
        "/v1/orders/-1",
        "/v1/orders/1e3",
        "/v1/orders/null/reactivate-options",
        "/v1/orders/%F0%9F%98%80",
        "/v1/orders?limit=%",
        "/v1/orders?limit=%zz",
        "/v1/orders?limit=%00",
        "/v1/orders?limit=1%00",
        "/v1/orders?status=%ED%A0%80",
        "/v1/orders?status=%C0%80",
        "/v1/orders?status=%FF",
        "/v1/orders?limit=9999999999999999999999",
        "/v1/orders?limit=1&limit=1",
        "/v1/orders?offset=1e5",
        "/v1/orders?%=1",
        "/v1/orders?limit=0x10",
        "/v1/orders?limit=%D9%A1",
        "/v1/orders?status=ACTIVE%20",
        "/v1/orders?status=' OR 1=1",
        "/v2/catalog/products?country_id=--1",
        "/v2/catalog/products?platform_id=true",
        "/v2/catalog/operators?country_id=1",
        "/v2/catalog/operators?platform_id=1&country_id=",
        "/v1/catalog/exchange-rate?pair=%00",
        "/v1/catalog/exchange-rate?pair=USD",
        "/api/admin/accounts/0",
        "/api/admin/accounts/abc",
        "/api/admin/accounts/99999999999",
        "/api/admin/exchange-rates/usd/IDR",
        "/api/admin/exchange-rates/USD/USD",
        "/favicon.ico",
        "/.env",
        "/healthz/x",
        "*",
        "x",
        "/" + "a".repeat(7000));
  }

  /** Whole requests that are not quite HTTP, or more of it than anybody needs. */
  static List<String> garbage() {
    var host = "Host: x\r\n";
    return List.of(
        "GET\r\n\r\n",
        "GET /healthz\r\n\r\n",
        "GET  /healthz  HTTP/1.1\r\n" + host + "\r\n\r\n\r\nGARBAGE",
        "\u0000\u0001\u0002\u0003\r\n\r\n",
        "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc\u0003\u0003\r\n\r\n",
        "GET /" + "a".repeat(20_000) + " HTTP/1.1\r\n" + host + "\r\n",
        "GET /healthz HTTP/1.1\r\n" + host + "X: " + "a".repeat(40_000) + "\r\n\r\n",
        "GET /healthz HTTP/1.1\r\n" + host + "X-Y: z\r\n".repeat(20_000) + "\r\n",
        "GET /healthz HTTP/1.1\r\n" + host + "Bad Header: x\r\n\r\n",
        "GET /healthz HTTP/1.1\r\n" + host + ": x\r\n\r\n",
        "GET /healthz HTTP/1.1\r\n" + host + "X\u0000Y: z\r\n\r\n",
        "POST /v1/orders/cancel HTTP/1.1\r\n" + host + "Content-Length: -1\r\n\r\n",
        "POST /v1/orders/cancel HTTP/1.1\r\n" + host + "Content-Length: abc\r\n\r\n",
        "POST /v1/orders/cancel HTTP/1.1\r\n"
            + host
            + "Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}x",
        "POST /v1/orders/cancel HTTP/1.1\r\n"
            + host
            + "Content-Length: 99999999999999999999\r\n\r\n",
        "POST /v1/orders/cancel HTTP/1.1\r\n" + host + "Transfer-Encoding: chunked\r\n\r\nzz\r\n",
        "POST /v1/orders/cancel HTTP/1.1\r\n"
            + host
            + "Transfer-Encoding: chunked\r\n\r\n-5\r\nhello\r\n",
        "POST /v1/orders/cancel HTTP/1.1\r\n"
            + host
            + "Transfer-Encoding: chunked\r\nContent-Length: 4\r\n\r\n0\r\n\r\nGET /x",
        "POST /v1/orders/cancel HTTP/1.1\r\n"
            + host
            + "Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n",
        "CONNECT x:443 HTTP/1.1\r\n" + host + "\r\n",
        "OPTIONS * HTTP/1.1\r\n" + host + "\r\n",
        "TRACE /v1/balance HTTP/1.1\r\n" + host + "\r\n",
        "BREW /v1/balance HTTP/1.1\r\n" + host + "\r\n",
        "get /v1/balance HTTP/1.1\r\n" + host + "\r\n",
        "GET http://x/v1/nothing HTTP/1.1\r\n" + host + "\r\n",
        "GET /v1/balance HTTP/1.1\r\n" + host + "Upgrade: websocket\r\nConnection: Upgrade\r\n\r\n",
        "GET /v1/balance HTTP/1.1\r\n" + host + "Upgrade: h2c\r\nHTTP2-Settings: AAA\r\n\r\n",
        "GET /v1/balance HTTP/1.0\r\n\r\n",
        "GET /v1/balance HTTP/1.1\r\n\r\n");
  }
}
