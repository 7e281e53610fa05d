package dev.codeport.http.console;

/**
 * What the template {@code sign-in} shows.
 *
 * @param next where to go afterwards
 */
public record SignInPage(String next) {}
