/**
 * Any gateway that takes texts over HTTP, by a template of its request and rules for its answer:
 * for the many that have no dialect of their own here.
 *
 * <p>{@link dev.codeport.provider.httpsms.HttpSmsSettings} is the manual. What is filled into a
 * template is escaped by where it stands: in an address, a form, JSON, XML or a header.
 */
@NullMarked
package dev.codeport.provider.httpsms;

import org.jspecify.annotations.NullMarked;
