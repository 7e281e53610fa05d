/**
 * The web console: what all pages share, the way in, and how they look. Pages themselves stand in
 * the rooms {@code customer} and {@code operator}.
 *
 * <p>A page is made of four things:
 *
 * <ol>
 *   <li>a method {@code Reply name(Customer, Visit)} (an operator's: {@code Reply name(Visit)}) in
 *       a class {@code …Pages}, which is given the use cases it needs, as an endpoint of the API
 *       is. A read ends in {@link dev.codeport.http.console.Visit#show show}; what a form does ends
 *       in {@link dev.codeport.http.console.Visit#go go}, or in the page again {@link
 *       dev.codeport.http.console.Visit#with with} a {@link dev.codeport.http.console.Notice} and a
 *       status that says what went wrong;
 *   <li>its route, wrapped by {@link dev.codeport.http.console.ConsoleGate}: {@code reads}, {@code
 *       changes}, {@code operatorReads} or {@code operatorChanges};
 *   <li>a public record {@code …Page} with what the template shows: domain values, not texts;
 *   <li>a template of its name in {@code src/main/jte}, with the parameters {@code frame} (which
 *       says texts and writes numbers, money and times) and {@code page}, inside {@code
 *       &#64;template.layout}. Templates escape by themselves; there is no inline script or style,
 *       because browsers are told to refuse them.
 * </ol>
 *
 * <p>Texts are in {@code texts_en.properties} and its translations, which a test holds to the same
 * keys. A form posts, carries {@code &#64;template.token(frame = frame)}, and where it takes money
 * a hidden {@code key} too, so that it counts once. Nothing may be done here that the API does not
 * allow; what a page needs and no use case gives becomes a use case and a route of the API first.
 *
 * <p>Everything works without the script {@code live.js}. With it, times are in the visitor's zone;
 * what has {@code data-live} is fetched anew whenever the stream named there has news; a form with
 * {@code data-typing} answers while one types.
 */
@NullMarked
package dev.codeport.http.console;

import org.jspecify.annotations.NullMarked;
