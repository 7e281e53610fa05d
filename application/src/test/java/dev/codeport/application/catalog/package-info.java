@NullMarked
package dev.codeport.application.catalog;

import org.jspecify.annotations.NullMarked;
