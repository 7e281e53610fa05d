/**
 * What can be ordered, and the ids by which it is: countries, platforms and their products.
 *
 * <p>The ids are part of two resources, {@code countries.tsv} and {@code platforms.tsv}, so they
 * are the same on every machine and for ever. How a vendor calls a country or a platform is no
 * concern of this room; each vendor dialect keeps that as data of its own.
 */
@NullMarked
package dev.codeport.domain.catalog;

import org.jspecify.annotations.NullMarked;
