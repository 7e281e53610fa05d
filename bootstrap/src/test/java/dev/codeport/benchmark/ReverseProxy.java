package dev.codeport.benchmark;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.PoolOptions;

/**
 * Nothing but Vert.x between a caller and an upstream: the floor for a service that asks another
 * one for each request. Arguments: its port, the upstream's port. Runs until it is ended.
 */
public final class ReverseProxy {
  private static final int CONNECTIONS = 512;

  private final HttpClient client;
  private final int upstream;

  private ReverseProxy(HttpClient client, int upstream) {
    this.client = client;
    this.upstream = upstream;
  }

  public static void main(String[] args) {
    var vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(2));
    var pool = new PoolOptions().setHttp1MaxSize(CONNECTIONS);
    var client = vertx.createHttpClient(new HttpClientOptions().setKeepAlive(true), pool);
    var proxy = new ReverseProxy(client, Integer.parseInt(args[1]));
    vertx
        .createHttpServer()
        .requestHandler(proxy::pass)
        .listen(Integer.parseInt(args[0]), "127.0.0.1")
        .onFailure(fault -> System.exit(1));
  }

  private void pass(HttpServerRequest request) {
    request.body().onSuccess(body -> ask(request, body)).onFailure(f -> fail(request));
  }

  private void ask(HttpServerRequest request, Buffer body) {
    client
        .request(HttpMethod.POST, upstream, "127.0.0.1", "/otp/send")
        .compose(asked -> asked.putHeader("X-API-Key", "bench").send(body))
        .compose(answer -> answer.body())
        .onSuccess(
            answer -> request.response().putHeader("Content-Type", "application/json").end(answer))
        .onFailure(fault -> fail(request));
  }

  private static void fail(HttpServerRequest request) {
    request.response().setStatusCode(502).end();
  }
}
