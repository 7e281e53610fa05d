package dev.codeport.provider.httpsms;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.codeport.provider.kit.Heard;
import java.io.IOException;
import java.io.StringReader;
import java.util.Locale;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import okhttp3.MediaType;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** What a body is written in. */
enum BodyType {
  FORM("application/x-www-form-urlencoded", Escape.FORM),
  JSON("application/json", Escape.JSON),
  XML("text/xml; charset=utf-8", Escape.XML),
  TEXT("text/plain; charset=utf-8", Escape.TEXT);

  private final String media;
  final Escape escape;

  BodyType(String media, Escape escape) {
    this.media = media;
    this.escape = escape;
  }

  static BodyType named(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }

  MediaType media() {
    return MediaType.get(media);
  }

  /** Whether a body that was filled is one of this type. */
  boolean isOne(String body) {
    return switch (this) {
      case JSON -> isJson(body);
      case XML -> isXml(body);
      case FORM, TEXT -> true;
    };
  }

  private static boolean isJson(String body) {
    try {
      return Heard.Json.MAPPER.readTree(body).isContainerNode();
    } catch (JsonProcessingException e) {
      return false;
    }
  }

  private static boolean isXml(String body) {
    try {
      var factory = DocumentBuilderFactory.newInstance();
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      var builder = factory.newDocumentBuilder();
      builder.setErrorHandler(new DefaultHandler()); // the standard one writes to the console
      builder.parse(new InputSource(new StringReader(body)));
      return true;
    } catch (SAXException e) {
      return false;
    } catch (IOException | ParserConfigurationException e) {
      throw new IllegalStateException("every JDK reads XML", e);
    }
  }
}
