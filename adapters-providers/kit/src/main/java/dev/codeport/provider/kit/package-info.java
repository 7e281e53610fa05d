/**
 * What every vendor dialect needs to talk to its vendor.
 *
 * <p>{@link dev.codeport.provider.kit.Upstream} makes one call, once, within a deadline, and tells
 * "surely not arrived" from "perhaps arrived", on which all caution with money rests. {@link
 * dev.codeport.provider.kit.Section} reads a vendor's settings. {@link
 * dev.codeport.provider.kit.ProviderFactory} is how a dialect on the class path is found. No vendor
 * is known here.
 */
@NullMarked
package dev.codeport.provider.kit;

import org.jspecify.annotations.NullMarked;
