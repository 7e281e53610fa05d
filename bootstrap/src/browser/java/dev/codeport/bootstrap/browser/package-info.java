/**
 * The console as people meet it: the whole service in sandbox mode, and Chromium in front of it.
 * Compiled and run in the Maven profile {@code browser} only.
 *
 * <p>One service and one browser serve all tests ({@link Stage}); every test has accounts of its
 * own. Whatever a browser complains of while a {@link Visitor} is there fails the test: a dialog, a
 * script that fails, something that the policy forbids, a request to another host.
 */
@NullMarked
package dev.codeport.bootstrap.browser;

import org.jspecify.annotations.NullMarked;
