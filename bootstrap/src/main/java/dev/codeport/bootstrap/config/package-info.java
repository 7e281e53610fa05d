/**
 * What the operator decided, from four layers that lie on top of each other: the manual's defaults,
 * a file, the environment, the command line. Each value remembers where it came from.
 */
@NullMarked
package dev.codeport.bootstrap.config;

import org.jspecify.annotations.NullMarked;
