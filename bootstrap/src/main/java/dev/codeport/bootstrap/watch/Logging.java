package dev.codeport.bootstrap.watch;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.Encoder;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Binds everybody's logger to Logback on standard error: plain for people, JSON for machines. */
public final class Logging {
  private static final String PLAIN = "%d{HH:mm:ss.SSS} %-5level %logger{0} - %msg %mdc%n";

  /** Talkative about what we log ourselves, or what no operator needs. */
  private static final List<String> QUIET =
      List.of("org.flywaydb", "com.zaxxer.hikari", "io.netty", "io.vertx", "org.jdbi");

  /** Would write down whole requests, with the keys in them, at any level below a warning. */
  private static final List<String> INDISCREET = List.of("com.sun.net.httpserver", "okhttp3");

  /** Tells every attempt to connect; whether Redis answers is said by us, once. */
  private static final String LETTUCE = "io.lettuce";

  private Logging() {}

  public static void configure(boolean json, String level) {
    var context = (LoggerContext) LoggerFactory.getILoggerFactory();
    context.reset();
    var encoder = json ? json() : plain();
    encoder.setContext(context);
    encoder.start();
    var console = new ConsoleAppender<ILoggingEvent>();
    console.setContext(context);
    console.setTarget("System.err");
    console.setEncoder(encoder);
    console.start();
    var root = context.getLogger(Logger.ROOT_LOGGER_NAME);
    root.setLevel(Level.toLevel(level.toUpperCase(Locale.ROOT)));
    root.addAppender(console);
    context.getLogger(LETTUCE).setLevel(Level.ERROR);
    INDISCREET.forEach(name -> context.getLogger(name).setLevel(Level.WARN));
    if (!level.equals("debug")) {
      QUIET.forEach(name -> context.getLogger(name).setLevel(Level.WARN));
    }
  }

  private static Encoder<ILoggingEvent> plain() {
    var encoder = new PatternLayoutEncoder();
    encoder.setPattern(PLAIN);
    return encoder;
  }

  /** Without the arguments as such: only what the message itself shows. */
  private static Encoder<ILoggingEvent> json() {
    var encoder = new JsonEncoder();
    encoder.setWithSequenceNumber(false);
    encoder.setWithNanoseconds(false);
    encoder.setWithContext(false);
    encoder.setWithMessage(false);
    encoder.setWithFormattedMessage(true);
    encoder.setWithArguments(false);
    return encoder;
  }
}
