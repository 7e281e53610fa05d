/**
 * From a message to the code inside it.
 *
 * <p>{@link dev.codeport.domain.code.CodeExtractor} reads a text in three steps:
 *
 * <pre>
 *   text ──► Folding ──► Reading ──► Judge ──► Extraction
 *            one form    everything  weighs by the words
 *            per digit,  that could  around it, decides
 *            dash, word  be a code
 * </pre>
 *
 * <p>The words it knows stand in the text files beside the class, one per meaning, grouped by
 * language. Nothing here knows a service or a sender.
 */
@NullMarked
package dev.codeport.domain.code;

import org.jspecify.annotations.NullMarked;
