package dev.codeport.http.facade.smscode;

/**
 * Which part of the products this is.
 *
 * <p>{@code limit} is the one applied, {@code count} the rows on this page.
 */
sealed interface PageMeta {
  record V1(long page, long limit, long count) implements PageMeta {}

  record V2(long page, long limit, long count, FxView fx) implements PageMeta {}
}
