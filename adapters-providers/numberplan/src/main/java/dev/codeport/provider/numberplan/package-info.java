/** What numbering plans say of numbers, by Google's libphonenumber. */
@NullMarked
package dev.codeport.provider.numberplan;

import org.jspecify.annotations.NullMarked;
